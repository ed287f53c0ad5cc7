/// Guesses what somebody meant to type.
enum Suggestion {
  /// The most mistakes that are forgiven in a long name.
  private static let mostMistakes = 3

  /// Finds the candidate that a text most likely is a misspelling of.
  ///
  /// A third of the letters may be wrong, three at most; two that are swapped count once. Failing
  /// that, a text of three letters or more stands for the only candidate that begins with it.
  static func closest(to text: String, among candidates: [String]) -> String? {
    let typed = Array(text)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate)
      let bound = min(mostMistakes, max(typed.count, letters.count) / 3)
      // Without this a very long argument would take quadratic time.
      guard abs(typed.count - letters.count) <= bound else { continue }
      let distance = distance(typed, letters)
      guard distance <= bound, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    if let best { return best.name }
    let continued = candidates.filter { typed.count >= 3 && $0.hasPrefix(text) }
    return continued.count == 1 ? continued[0] : nil
  }

  /// Counts the insertions, deletions, replacements and swaps of neighbors between two texts.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    // Rows of the table of distances between all beginnings of both texts.
    var older: [Int] = []
    var last = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == second[column - 1], other == first[row - 1] {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      older = last
      last = current
    }
    return last[second.count]
  }
}
