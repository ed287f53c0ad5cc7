import PlainText

/// A line of code as it is compared: without indentation, each run of white space as one space.
struct CodeLine: Hashable {
  /// The letters and digits that a line must have to be worth hiding.
  ///
  /// Fewer are braces, `return nil`, `break` and other lines that everybody writes. The shortest lines of the reference
  /// solutions that tell something are longer, such as `guard !lot.isClosed else { throw .lotClosed }`.
  static let leastWeight = 16

  /// The line.
  let text: String
  /// Its letters and digits.
  let weight: Int

  /// Takes a line of a file; nil if it has too little substance, or imports something.
  init?(_ line: some StringProtocol) {
    text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    weight = text.count { $0.isLetter || $0.isNumber }
    guard weight >= Self.leastWeight else { return nil }
    let words = text.split(separator: " ")
    guard !words.prefix(3).contains("import") else { return nil }
  }

  /// The lines of a text with their numbers, from 1; those without substance are left out.
  static func all(in text: String) -> [(number: Int, line: CodeLine)] {
    text.textLines.enumerated().compactMap { index, line in CodeLine(line).map { (index + 1, $0) } }
  }
}
