import PlainText

/// Runs of words of hidden texts, by which a text is known again however it is broken into lines.
struct WordRuns {
  /// Where each run comes from, by its words.
  private var origins: [String: String] = [:]
  /// The first words of every run, by which most places are passed over quickly.
  private var heads: Set<String> = []
  /// How many words a run has.
  private let length: Int
  /// How many words a head has.
  private let headLength = 3

  /// Collects runs of so many words.
  init(of length: Int) {
    self.length = length
  }

  /// Enters every run of a text; a text of fewer words has none.
  mutating func enter(_ text: String, from origin: String) {
    let words = Self.words(in: text)
    guard words.count >= length else { return }
    for start in 0...(words.count - length) {
      let run = Self.run(of: length, at: start, in: words)
      origins[run] = origins[run] ?? origin
      heads.insert(Self.run(of: headLength, at: start, in: words))
    }
  }

  /// Finds the places of a text at which such a run begins, one for each passage, with the line and the origin.
  func find(in text: String) -> [(line: Int, origin: String)] {
    let words = Self.words(in: text)
    guard words.count >= length else { return [] }
    var found: [(line: Int, origin: String)] = []
    var end = 0
    for start in 0...(words.count - length) {
      guard heads.contains(Self.run(of: headLength, at: start, in: words)),
        let origin = origins[Self.run(of: length, at: start, in: words)]
      else { continue }
      if start >= end { found.append((words[start].line, origin)) }
      end = start + length
    }
    return found
  }

  /// Neighbouring words as one text.
  private static func run(
    of length: Int, at start: Int, in words: [(text: String, line: Int)]
  ) -> String {
    var run = words[start].text
    for word in words[(start + 1)..<(start + length)] {
      run += " "
      run += word.text
    }
    return run
  }

  /// The words of a text in lower case, with the lines on which they stand; all else separates.
  private static func words(in text: String) -> [(text: String, line: Int)] {
    text.textLines.enumerated()
      .flatMap { index, line in
        line.split { !($0.isLetter || $0.isNumber) }.map { ($0.lowercased(), index + 1) }
      }
  }
}
