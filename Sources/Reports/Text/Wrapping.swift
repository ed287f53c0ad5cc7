/// A text broken at spaces into lines of a width, each after the first with an indentation.
///
/// Line breaks of the text stay. A word longer than a line has a line of its own and is not cut.
func wrapped(_ text: String, width: Int, indent: Int, firstColumn: Int? = nil) -> String {
  let margin = String(repeating: " ", count: indent)
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    var room = width - (lines.isEmpty ? firstColumn ?? indent : indent)
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty && line.count + 1 + word.count > room {
        lines.append(line)
        line = ""
        room = width - indent
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    lines.append(line)
  }
  return lines.joined(separator: "\n\(margin)")
}

/// A count with its noun in the singular or the plural: `1 point`, `2 points`.
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
