extension String {
  /// The text in the form in which short answers are compared.
  ///
  /// Case, punctuation, repeated white space and an article at the beginning do not matter; a hyphen, dash, slash or
  /// underscore counts as a space.
  package var foldedAnswer: String {
    var words: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for scalar in lowercased().unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .dashPunctuation, .connectorPunctuation, .spaceSeparator, .lineSeparator,
        .paragraphSeparator, .control:
        endWord()
      case _ where scalar == "/": endWord()
      case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .otherPunctuation, .format, .modifierSymbol:
        break
      default: word.unicodeScalars.append(scalar)
      }
    }
    endWord()
    if words.count > 1, ["a", "an", "the"].contains(words[0]) { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
