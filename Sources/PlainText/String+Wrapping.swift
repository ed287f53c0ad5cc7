extension String {
  /// Breaks the text at spaces into lines of at most so many characters.
  ///
  /// Line breaks of the text remain, and the indentation of a line is that of the lines it is
  /// broken into. A word that is too long stays whole, as a path or an address must not be cut.
  package func wrapped(to width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Self.wrap($0, to: width) }
  }

  /// Breaks a line without line breaks.
  private static func wrap(_ line: Substring, to width: Int) -> [String] {
    let indentation = String(line.prefix { $0 == " " })
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      if current.isEmpty {
        current = indentation + word
      } else if current.count + 1 + word.count <= width {
        current += " " + word
      } else {
        lines.append(current)
        current = indentation + word
      }
    }
    return lines + [current]
  }
}
