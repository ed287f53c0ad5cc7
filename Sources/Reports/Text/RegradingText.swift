import Gradebook
import Grading
import PlainText
package import Registrar

/// What grading again changes, or would change, as text: who gains, who loses, what could not be graded.
package struct RegradingText {
  private let regradings: [Registrar.Regrading]
  private let isApplied: Bool
  private let style: Style

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - regradings: What came of each submission.
  ///   - isApplied: Whether the results are recorded.
  ///   - style: Coloured or not.
  package init(_ regradings: [Registrar.Regrading], isApplied: Bool, style: Style) {
    self.regradings = regradings
    self.isApplied = isApplied
    self.style = style
  }

  /// The whole text.
  package func text() -> String {
    var lines: [String] = []
    for regrading in regradings {
      let name =
        "\(regrading.taking) \(regrading.exercise) \(regrading.submission.prefix(12))"
      let before = regrading.before?.score
      guard let after = regrading.after?.score else {
        lines.append(
          style(.warning, "INTERNAL ERROR \(name): \((regrading.failure ?? "").printable)"))
        continue
      }
      guard regrading.changesScore else { continue }
      let isGain = before.map { $0 < after } ?? true
      lines.append(
        style(isGain ? .good : .bad, isGain ? "gains" : "LOSES")
          + " \(name): \(before.map { "\($0.percentage) %" } ?? "no result") → \(after.percentage) %"
      )
    }
    let changed = regradings.count(where: \.changesScore)
    lines.append(
      "\(counted(regradings.count, "submission")) graded again, \(changed) with another score.")
    lines.append(
      isApplied
        ? "The results are recorded."
        : "Nothing is changed. To record these results, repeat the command with --apply.")
    return lines.joined(separator: "\n") + "\n"
  }
}
