/// Runs of words of hidden texts, by which a text is known again however it is broken into lines.
struct WordRuns {
  /// Where each run comes from, by its words.
  private var origins: [String: String] = [:]
  /// How many words a run has.
  private let length: Int

  /// Collects runs of so many words.
  init(of length: Int) {
    self.length = length
  }

  /// Enters every run of a text; a text of fewer words has none.
  mutating func enter(_ text: String, from origin: String) {
    for run in Self.runs(of: length, in: Self.words(in: text)) {
      origins[run.text] = origins[run.text] ?? origin
    }
  }

  /// Finds the places of a text at which such a run begins, one for each passage, with the line and the origin.
  func find(in text: String) -> [(line: Int, origin: String)] {
    guard !origins.isEmpty else { return [] }
    let words = Self.words(in: text)
    var found: [(line: Int, origin: String)] = []
    var end = 0
    for run in Self.runs(of: length, in: words) {
      guard let origin = origins[run.text] else { continue }
      if run.start >= end { found.append((words[run.start].line, origin)) }
      end = run.start + length
    }
    return found
  }

  /// Every run of neighbouring words.
  private static func runs(
    of length: Int, in words: [(text: String, line: Int)]
  ) -> [(text: String, start: Int)] {
    guard words.count >= length else { return [] }
    return (0...(words.count - length)).map { start in
      (words[start..<(start + length)].map(\.text).joined(separator: " "), start)
    }
  }

  /// The words of a text in lower case, with the lines on which they stand; all else separates.
  private static func words(in text: String) -> [(text: String, line: Int)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, line in
        line.split { !($0.isLetter || $0.isNumber) }.map { ($0.lowercased(), index + 1) }
      }
  }
}
