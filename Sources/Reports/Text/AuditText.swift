package import Assessment
import PlainText

/// The matrix of an audit as text, one solution per line.
package struct AuditText {
  private let audits: [Audit]
  private let style: Style

  /// Prepares the text.
  package init(_ audits: [Audit], style: Style) {
    self.audits = audits
    self.style = style
  }

  /// The whole text.
  package func text() -> String {
    audits.map(text).joined(separator: "\n\n") + "\n\n" + verdict() + "\n"
  }

  /// One exercise.
  private func text(_ audit: Audit) -> String {
    let longest = audit.rows.map(\.name.count).max() ?? 0
    var lines = [style(.heading, audit.exercise)]
    for row in audit.rows {
      let kind = pad(row.kind.rawValue, to: 11)
      let name = pad(row.name, to: longest)
      let word = row.problem == nil ? style(.good, "holds ") : style(.bad, "BROKEN")
      lines.append("  \(word) \(kind) \(name)  \(row.earned)/\(row.points)\(note(on: row))")
    }
    if !audit.untried.isEmpty {
      lines.append(
        "  " + style(.quiet, "No mutant is made for \(audit.untried.joined(separator: ", "))."))
    }
    return lines.joined(separator: "\n")
  }

  /// What stands at the end of a row.
  private func note(on row: AuditRow) -> String {
    if let problem = row.problem { return "  \(problem.printable)" }
    guard row.kind == .mutant else { return "" }
    let others = row.notPassed.filter { !row.caughtBy.contains($0) }
    return "  caught by \(row.caughtBy.joined(separator: ", "))"
      + (others.isEmpty ? "" : style(.quiet, "; also \(others.joined(separator: ", "))"))
  }

  /// The last line.
  private func verdict() -> String {
    let rows = audits.flatMap(\.rows)
    let broken = rows.filter { $0.problem != nil }.count
    return broken == 0
      ? style(.good, "The matrix holds: \(counted(rows.count, "solution")).")
      : style(.bad, "The matrix does not hold: \(broken) of \(counted(rows.count, "solution")).")
  }

  /// A text filled up with spaces.
  private func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
  }
}
