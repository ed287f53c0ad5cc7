import Grading

extension BankCheck {
  /// Identifiers that do not say where a question belongs, or that are used twice.
  static func identifiers(_ review: QuestionBank, _ pool: QuestionBank) -> [BankFinding] {
    var findings: [BankFinding] = []
    for (bank, letter, name) in [
      (review, "R", "a review question"), (pool, "E", "an exam question"),
    ] {
      for question in bank.items.map(\.question) {
        let start = "\(question.bullet)-\(letter)"
        let number = question.id.rawValue.dropFirst(start.count)
        let isNumbered = number.count == 2 && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if !question.id.rawValue.hasPrefix(start) || !isNumbered {
          findings.append(
            BankFinding(
              .error, .identifier, [question.id],
              "The identifier of \(name) of \(question.bullet) must be \(start) and two digits."))
        }
      }
    }
    for item in pool.items where review[item.question.id] != nil {
      findings.append(
        BankFinding(
          .error, .identifier, [item.question.id],
          "The identifier is used by a review question and an exam question; give one another."))
    }
    return findings
  }

  /// Bullets without review questions, and with too few exam questions.
  static func coverage(
    _ review: QuestionBank, _ pool: QuestionBank, _ scheme: Scheme
  ) -> [BankFinding] {
    var findings: [BankFinding] = []
    for bullet in scheme.bullets.map(\.id) where review.items(of: bullet).isEmpty {
      findings.append(
        BankFinding(.error, .coverage, [], "\(bullet) has no review question; write one."))
    }
    for (bullet, count) in scheme.blueprint where pool.items(of: bullet).count < count {
      let error = DrawError(bullet: bullet, wanted: count, found: pool.items(of: bullet).count)
      findings.append(BankFinding(.error, .coverage, [], error.description))
    }
    return findings
  }

  /// Patterns over a whole bank that somebody who knows nothing could use.
  static func balance(_ items: [QuestionBank.Item], of name: String) -> [BankFinding] {
    let singles = items.compactMap(SingleChoice.init)
    var findings: [BankFinding] = []
    let longest = singles.count(where: \.isRightLongest)
    // By chance it is about every fourth.
    if singles.count >= 8, longest * 3 > singles.count {
      findings.append(
        BankFinding(
          .warning, .length, [],
          "In the \(name) the right option is the longest in \(longest) of \(singles.count) single-choice "
            + "questions. Shorten right options or lengthen wrong ones."))
    }
    for index in 0..<(singles.map(\.options.count).max() ?? 0) {
      let letter = QuestionLayout.letter(index)
      let chances = singles.filter { $0.options.count > index }
        .map { Rational(1, over: $0.options.count) }
      let expected = chances.reduce(.zero, +)
      let variance = chances.reduce(.zero) { $0 + $1 * (Rational.one - $1) }
      let count = singles.count { $0.right == letter }
      let distance = Rational(count) - expected
      // Two standard deviations; squared, since a fraction has no exact root.
      if distance * distance > Rational(4) * variance {
        findings.append(
          BankFinding(
            .warning, .letters, [],
            "In the \(name) \(letter) is the right letter \(count) times, and by chance it would be about "
              + "\(expected.percentageOfWhole). Reorder some options together with their keys."))
      }
    }
    return findings
  }
}

extension SingleChoice {
  /// How long the right option is.
  var rightLength: Int { options.first { $0.id == right }?.text.count ?? 0 }

  /// How long the longest wrong option is.
  var longestWrongLength: Int { options.filter { $0.id != right }.map(\.text.count).max() ?? 0 }

  /// Whether the right option is longer than every other one.
  var isRightLongest: Bool { rightLength > longestWrongLength }
}

extension Rational {
  /// The value with one decimal, cut off.
  fileprivate var percentageOfWhole: String {
    String((self / Rational(100)).percentage.dropLast())
  }
}
