package import Assessment
import PlainText

/// What the doctor found out, as text, one attack per line.
package struct ExaminationText {
  private let examination: Examination
  private let style: Style

  /// Prepares the text.
  package init(_ examination: Examination, style: Style) {
    self.examination = examination
    self.style = style
  }

  /// The whole text.
  package func text() -> String {
    var lines = [examination.isolation, "", "A submission tried to …"]
    for finding in examination.findings {
      let word =
        finding.breach == nil ? style(.good, "contained    ") : style(.bad, "NOT CONTAINED")
      lines.append("  \(word)  \(finding.title)" + (finding.breach.map { ": \($0)" } ?? ""))
    }
    lines += ["", conclusion, ""]
    return lines.joined(separator: "\n")
  }

  /// The last line.
  private var conclusion: String {
    let breaches = examination.findings.filter { $0.breach != nil }.count
    return breaches == 0
      ? "All of it was contained: strangers' code can be graded here."
      : "\(counted(breaches, "attack")) succeeded. Do not grade strangers' code here; report this with the lines above."
  }
}
