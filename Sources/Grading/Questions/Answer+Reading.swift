extension Answer {
  /// The longest text that is read as an answer, in bytes.
  package static let maximumLength = 1_000

  /// Reads what somebody typed, in the labels that the question was shown with.
  ///
  /// Spaces, commas and semicolons separate; where labels are single characters nothing need separate them. Letters may
  /// be of either case.
  ///
  /// | kind | for instance |
  /// |---|---|
  /// | single | `b` |
  /// | multiple | `a, c` |
  /// | ordering | `3 1 2` |
  /// | matching | `a2 b1`, `a=2, b=1` |
  /// | numeric | `398`, with several blanks `a=398, b=2` |
  /// | text | the words |
  ///
  /// - Throws: ``AnswerError`` saying how to answer this question.
  package init(
    reading text: String, to question: Question, shown layout: QuestionLayout
  ) throws(AnswerError) {
    guard text.utf8.count <= Self.maximumLength else {
      throw AnswerError(
        "The answer is longer than \(Self.maximumLength) bytes. " + question.answerHelp)
    }
    let labels = Labels(layout, of: question)
    let refusal = AnswerError("“\(text)” is no answer to \(question.id). " + question.answerHelp)
    switch question.form {
    case .single:
      guard let chosen = labels.entries(in: text), chosen.count == 1 else { throw refusal }
      self = .options(Set(chosen))
    case .multiple:
      guard let chosen = labels.entries(in: text), !chosen.isEmpty,
        Set(chosen).count == chosen.count
      else { throw refusal }
      self = .options(Set(chosen))
    case .ordering(let items):
      guard let order = labels.entries(in: text), order.count == items.count,
        Set(order).count == items.count
      else { throw refusal }
      self = .order(order)
    case .matching(let left, _):
      guard let pairs = labels.pairs(in: text), pairs.count == left.count else { throw refusal }
      self = .pairs(pairs)
    case .numeric(let blanks):
      guard let numbers = labels.numbers(in: text), numbers.count == blanks.count else {
        throw refusal
      }
      self = .numbers(numbers)
    case .text(let maximumWords):
      let words = text.split(whereSeparator: \.isWhitespace)
      guard (1...maximumWords).contains(words.count), !text.foldedAnswer.isEmpty else {
        throw refusal
      }
      self = .text(words.joined(separator: " "))
    }
  }

  /// The answer in the labels that the question is shown with; reading it gives the answer again.
  package func text(to question: Question, shown layout: QuestionLayout) -> String {
    let labels = Labels(layout, of: question)
    switch self {
    case .options(let chosen):
      return layout.entries.filter(chosen.contains).map(labels.label(ofEntry:))
        .joined(separator: ", ")
    case .order(let order): return order.map(labels.label(ofEntry:)).joined(separator: ", ")
    case .pairs(let pairs):
      return layout.entries.compactMap { left in
        pairs[left].map { "\(labels.label(ofEntry: left))=\(labels.label(ofRight: $0))" }
      }.joined(separator: ", ")
    case .numbers(let numbers):
      if layout.entries.count == 1, let number = numbers.values.first { return number.decimal }
      return layout.entries.compactMap { blank in
        numbers[blank].map { "\(labels.label(ofEntry: blank))=\($0.decimal)" }
      }.joined(separator: ", ")
    case .text(let words): return words
    }
  }
}

extension Question {
  /// How to answer it, in one sentence.
  package var answerHelp: String {
    switch form {
    case .single: "Answer with one letter, such as b."
    case .multiple: "Answer with the letters of all options you choose, such as a, c."
    case .ordering(let items):
      "Answer with all \(items.count) numbers, each once, in the order you choose, such as "
        + "\((1...items.count).reversed().map(String.init).joined(separator: ", "))."
    case .matching: "Answer with one number for every letter, such as a=2, b=1 and so on."
    case .numeric(let blanks):
      blanks.count == 1
        ? "Answer with a number, such as 42 or 1.5."
        : "Answer with a number for every letter, such as a=42, b=1.5."
    case .text(let maximumWords):
      maximumWords == 1 ? "Answer with one word." : "Answer with 1 to \(maximumWords) words."
    }
  }
}

/// The labels of one question as it is shown.
private struct Labels {
  private let layout: QuestionLayout
  private let countsNumbers: Bool

  init(_ layout: QuestionLayout, of question: Question) {
    self.layout = layout
    countsNumbers = question.kind == .ordering
  }

  /// The label of an entry.
  func label(ofEntry id: String) -> String {
    guard let index = layout.entries.firstIndex(of: id) else { return "?" }
    return countsNumbers ? QuestionLayout.number(index) : QuestionLayout.letter(index)
  }

  /// The label of a right side.
  func label(ofRight id: String) -> String {
    layout.right.firstIndex(of: id).map(QuestionLayout.number) ?? "?"
  }

  /// The entries that a list of labels names, or `nil`.
  func entries(in text: String) -> [String]? {
    var tokens = text.split(whereSeparator: isSeparator)
    if tokens.count == 1, layout.entries.count < 10 || !countsNumbers {
      tokens = tokens[0].map { Substring(String($0)) }
    }
    return all(tokens.map { entry(String($0)) })
  }

  /// The right side that each label of a left one is given, or `nil`.
  func pairs(in text: String) -> [String: String]? {
    var pairs: [String: String] = [:]
    for (left, right) in assignments(in: text) ?? [] {
      guard let left = entry(left),
        let index = layout.right.indices.first(where: { QuestionLayout.number($0) == right }),
        pairs.updateValue(layout.right[index], forKey: left) == nil
      else { return nil }
    }
    return pairs
  }

  /// The number that each blank is given, or `nil`.
  func numbers(in text: String) -> [String: Rational]? {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    if layout.entries.count == 1, let number = number(trimmed) {
      return [layout.entries[0]: number]
    }
    var numbers: [String: Rational] = [:]
    for (blank, value) in assignments(in: text) ?? [] {
      guard let blank = entry(blank), let number = number(value),
        numbers.updateValue(number, forKey: blank) == nil
      else { return nil }
    }
    return numbers
  }

  /// The identifier behind the label of an entry.
  private func entry(_ label: String) -> String? {
    layout.entries.first { self.label(ofEntry: $0) == label.lowercased() }
  }

  /// A decimal number; a plus sign before it is fine.
  private func number(_ text: String) -> Rational? {
    guard !text.hasPrefix("+-"), !text.contains("/"), text.utf8.count <= 100 else { return nil }
    return Rational(text.hasPrefix("+") ? String(text.dropFirst()) : text)
  }

  /// Letters with what each is given: `a2 b=1` gives a the 2 and b the 1; `nil` for anything else.
  private func assignments(in text: String) -> [(String, String)]? {
    let joined = text.replacing(" =", with: "=").replacing("= ", with: "=")
    return all(
      joined.split(whereSeparator: isSeparator).map { token in
        guard let letter = token.first, letter.isLetter else { return nil }
        let value = token.dropFirst().drop { $0 == "=" || $0 == ":" }
        return value.isEmpty ? nil : (String(letter), String(value))
      })
  }

  private func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || character == "," || character == ";"
  }

  /// The values if none is missing.
  private func all<Value>(_ values: [Value?]) -> [Value]? {
    let found = values.compactMap(\.self)
    return found.count == values.count ? found : nil
  }
}
