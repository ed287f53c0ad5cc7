import Grading

extension BankCheck {
  /// The most words of a prompt.
  package static let promptWords = 90
  /// The most words of an option, item or side.
  package static let entryWords = 30

  /// Rules of item writing that one question breaks.
  static func wording(_ item: QuestionBank.Item) -> [BankFinding] {
    let question = item.question
    var found: [(BankFinding.Rule, String)] = []
    found += lengths(item).map { (.length, $0) }
    if let phrase = catchAll(in: question) {
      found.append(
        (.allOfTheAbove, "It says “\(phrase)”, which rewards half knowledge; name what is meant."))
    }
    if hasUnmarkedNegative(question.prompt) {
      found.append(
        (.negative, "It asks in the negative; write the word in CAPITALS, or ask otherwise."))
    }
    if let word = absoluteWord(in: item) {
      found.append(
        (.absoluteWord, "Only wrong options say “\(word)”, which gives them away; reword one."))
    }
    let range = Rational(3, over: 10)...Rational(95, over: 100)
    if !range.contains(item.key.expectedFacility) {
      found.append(
        (
          .difficulty,
          "The expected difficulty is \(item.key.expectedFacility.decimal); questions outside of 0.3 to 0.95 tell "
            + "little about learners."
        ))
    }
    if question.prompt.words.count > promptWords {
      found.append((.brevity, "The prompt has more than \(promptWords) words; shorten it."))
    }
    // A blank asks a question of its own, which takes more words than a choice.
    let choices = question.kind == .numeric ? [] : Array(question.form.lists.joined())
    for entry in choices where entry.text.words.count > entryWords {
      found.append((.brevity, "Entry \(entry.id) has more than \(entryWords) words; shorten it."))
    }
    return found.map { BankFinding(.warning, $0, [question.id], $1) }
  }

  /// How lengths give the right options away.
  private static func lengths(_ item: QuestionBank.Item) -> [String] {
    if let single = SingleChoice(item), single.rightLength * 5 > single.longestWrongLength * 6 {
      return [
        "The right option is longer than any other by more than a fifth (\(single.rightLength) against "
          + "\(single.longestWrongLength) characters); shorten it."
      ]
    }
    if case .multiple(let options) = item.question.form,
      case .multiple(let right) = item.key.solution,
      let shortest = options.filter({ right.contains($0.id) }).map(\.text.count).min(),
      let longest = options.filter({ !right.contains($0.id) }).map(\.text.count).max(),
      shortest > longest
    {
      return ["Every right option is longer than every wrong one; shorten one or lengthen one."]
    }
    return []
  }

  /// An option that stands for several others, in the words of the question.
  private static func catchAll(in question: Question) -> String? {
    let phrases = ["all", "none", "both", "any"].flatMap { quantity in
      ["of the above", "of these", "of the options"].map { [quantity] + $0.words }
    }
    return question.form.lists.joined().map(\.text.words).lazy
      .compactMap { words in phrases.first { words.contains($0) } }
      .first?.joined(separator: " ")
  }

  /// Whether a question sentence asks for what is not so, in small letters.
  private static func hasUnmarkedNegative(_ prompt: String) -> Bool {
    let negatives: Set<String> = ["not", "never", "except", "least", "cannot"]
    return prompt.sentences.contains { sentence in
      guard sentence.hasSuffix("?") else { return false }
      let words = sentence.wordsAsWritten
      guard let start = words.firstIndex(where: { ["which", "what"].contains($0.lowercased()) })
      else { return false }
      // “at least” is no negative.
      return words.indices[start...].contains { index in
        negatives.contains(words[index]) && !(words[index] == "least" && words[index - 1] == "at")
      }
    }
  }

  /// An absolute word that stands in wrong options only.
  private static func absoluteWord(in item: QuestionBank.Item) -> String? {
    let right: Set<String>
    switch item.key.solution {
    case .single(let option): right = [option]
    case .multiple(let options): right = options
    default: return nil
    }
    let options = item.question.form.lists.joined()
    return ["always", "never"].first { word in
      let saying = options.filter { $0.text.words.contains(word) }
      return !saying.isEmpty && !saying.contains { right.contains($0.id) }
    }
  }
}

extension String {
  /// The words, in small letters.
  var words: [String] { wordsAsWritten.map { $0.lowercased() } }

  /// The words as they are written: letters and digits that stand together.
  var wordsAsWritten: [String] {
    split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The sentences with their closing marks.
  fileprivate var sentences: [String] {
    var sentences = [""]
    for character in self {
      sentences[sentences.count - 1].append(character)
      if ".?!".contains(character) { sentences.append("") }
    }
    return sentences
  }
}
