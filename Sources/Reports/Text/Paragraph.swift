import PlainText

/// Breaks a text from outside into safe lines of a width; all but the first are indented further.
///
/// - Parameters:
///   - text: The text; its own line breaks remain.
///   - indent: The columns before the first line.
///   - hanging: The columns more before every other line.
///   - width: The columns of the terminal.
func paragraph(_ text: String, indent: Int, hanging: Int = 4, width: Int) -> [String] {
  let safe = text.split(separator: "\n").map { String($0).printable }.joined(separator: "\n")
  return safe.wrapped(to: width - indent - hanging).enumerated().map { index, line in
    String(repeating: " ", count: index == 0 ? indent : indent + hanging) + line
  }
}
