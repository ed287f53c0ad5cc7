import Grading
import PlainText
package import QuestionBanks

/// Questions with their keys as text, for an instructor to review.
package struct PreviewText {
  private let preview: Preview
  private let style: Style
  private let width: Int

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - preview: The questions.
  ///   - style: Coloured or not.
  ///   - width: The columns of the terminal; narrow ones down to 40 stay readable.
  package init(_ preview: Preview, style: Style, width: Int) {
    self.preview = preview
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text.
  package func text() -> String {
    var lines = [
      style(.heading, preview.title.printable), counted(preview.count, "question"), "",
    ]
    for section in preview.sections {
      lines += [style(.heading, "\(section.bullet.id) \(section.bullet.title)".printable), ""]
      for item in section.items { lines += text(item) + [""] }
    }
    return lines.joined(separator: "\n")
  }

  /// One question.
  private func text(_ item: PreviewItem) -> [String] {
    let question = item.question
    var lines = [
      style(.heading, question.id.rawValue.printable)
        + style(
          .quiet,
          "  \(question.kind.rawValue), \(question.bloom.rawValue), "
            + "\(item.key.expectedFacility.percentage) % expected to be right")
    ]
    lines += paragraph(question.prompt, indent: 2, hanging: 0, width: width)
    for row in item.rows { lines += text(row) }
    if !item.sides.isEmpty { lines.append("  with") }
    for row in item.sides { lines += text(row) }
    lines += paragraph("Right: \(item.answer)", indent: 2, width: width).map { style(.good, $0) }
    for remark in item.remarks {
      lines += paragraph("\(remark.condition): \(remark.text)", indent: 2, width: width)
    }
    lines += paragraph("Why: \(item.key.rationale)", indent: 2, width: width)
    lines += paragraph(
      "Sources: \(item.key.sources.joined(separator: "; "))", indent: 2, width: width)
    return lines
  }

  /// One option, item, side, blank or accepted text; a plus marks what the key names.
  private func text(_ row: PreviewItem.Row) -> [String] {
    let mark = row.isRight ? "+" : " "
    let label = row.label.isEmpty ? "" : "\(row.label)) "
    let answer = row.answer.map { "  → \($0)" } ?? ""
    return paragraph("\(mark) \(label)\(row.text)\(answer)", indent: 2, width: width)
      + (row.feedback.map { paragraph($0, indent: 6, hanging: 0, width: width) } ?? [])
  }
}
