package import Gradebook
import Grading
import PlainText

/// Every taking of a gradebook as text, one a line.
package struct ClassText {
  private let takings: [TakingSummary]
  private let style: Style

  /// Prepares the text.
  package init(_ takings: [TakingSummary], style: Style) {
    self.takings = takings
    self.style = style
  }

  /// The whole text.
  package func text() -> String {
    guard !takings.isEmpty else {
      return "Nobody is enrolled. Enrol somebody with `grader enrol`.\n"
    }
    let rows = takings.map { taking in
      (
        taking.taking.description, "\(taking.mark.total.percentage) %", state(of: taking),
        taking.name.printable
      )
    }
    let first = max(6, rows.map(\.0.count).max() ?? 0)
    let second = max(4, rows.map(\.1.count).max() ?? 0)
    let third = max(5, rows.map(\.2.count).max() ?? 0)
    let lines = [("Taking", "Mark", "State", "Name")] + rows
    return lines.enumerated().map { index, row in
      let mark = String(repeating: " ", count: second - row.1.count) + row.1
      let line = "\(padded(row.0, first))  \(mark)  \(padded(row.2, third))  \(row.3)"
      return index == 0 ? style(.heading, line) : line
    }.joined(separator: "\n") + "\n"
  }

  /// Where a taking stands, in a word or two.
  private func state(of taking: TakingSummary) -> String {
    if taking.closedAt != nil { return taking.mark.isPass ? "closed, passed" : "closed" }
    switch SittingState.Phase(rawValue: taking.exam) {
    case .underWay: return "exam under way"
    case .over: return taking.mark.isPass ? "passed" : "exam over"
    case .notStarted, nil: return "open"
    }
  }

  /// A text with spaces after it.
  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
