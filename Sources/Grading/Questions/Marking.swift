/// What an answer is worth, and what there is to say to it.
package struct Marking: Hashable, Sendable {
  /// The share of the question that was earned, from 0 to 1.
  package var credit: Rational
  /// What the key says to this answer, in its order.
  package var feedback: [String]

  /// Sets both parts.
  package init(credit: Rational, feedback: [String]) {
    self.credit = credit
    self.feedback = feedback
  }
}

extension QuestionKey {
  /// Marks an answer that fits the question.
  ///
  /// | kind | credit |
  /// |---|---|
  /// | single | 1 for the right option |
  /// | multiple | the share of options that were rightly ticked or rightly left; 0 below one half |
  /// | ordering | the share of neighbours of the right order that stand next to each other in that order |
  /// | matching | the share of left sides with the right one |
  /// | numeric | the share of blanks within the tolerance |
  /// | text | 1 for a text on the list |
  ///
  /// An answer of another kind than the key's is worth nothing.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - question: The question it answers.
  package func mark(_ answer: Answer, to question: Question) -> Marking {
    let credit = credit(for: answer, to: question)
    let said = feedback.filter { holds($0.condition, for: answer, isRight: credit == .one) }
    return Marking(credit: credit, feedback: said.map(\.text))
  }

  /// The share that an answer earns.
  private func credit(for answer: Answer, to question: Question) -> Rational {
    switch (solution, answer, question.form) {
    case (.single(let right), .options(let chosen), _):
      return chosen == [right] ? .one : .zero
    case (.multiple(let right), .options(let chosen), .multiple(let options)):
      let judged = options.count { right.contains($0.id) == chosen.contains($0.id) }
      return judged * 2 < options.count ? .zero : Rational(judged, over: options.count)
    case (.ordering(let right), .order(let order), _):
      let given = Set(zip(order, order.dropFirst()).map { [$0, $1] })
      let kept = zip(right, right.dropFirst()).count { given.contains([$0, $1]) }
      return Rational(kept, over: max(right.count - 1, 1))
    case (.matching(let right), .pairs(let pairs), _):
      return Rational(right.count { pairs[$0.key] == $0.value }, over: max(right.count, 1))
    case (.numeric(let blanks), .numbers(let numbers), _):
      let right = blanks.count { blank in numbers[blank.id].map(blank.accepts) ?? false }
      return Rational(right, over: max(blanks.count, 1))
    case (.text(let accept, let reject), .text(let text), _):
      let folded = text.foldedAnswer
      let isListed = accept.contains { $0.foldedAnswer == folded }
      return isListed && !reject.contains { $0.foldedAnswer == folded } ? .one : .zero
    default:
      return .zero
    }
  }

  /// Whether something is found in an answer.
  private func holds(_ condition: Condition, for answer: Answer, isRight: Bool) -> Bool {
    switch (condition, answer) {
    case (.option(let option), .options(let chosen)): chosen.contains(option)
    case (.order(let first, let second), .order(let order)):
      if let a = order.firstIndex(of: first), let b = order.firstIndex(of: second) {
        a < b
      } else {
        false
      }
    case (.pair(let left, let right), .pairs(let pairs)): pairs[left] == right
    case (.value(let blank, let value), .numbers(let numbers)): numbers[blank] == value
    case (.outcome(let right), _): right == isRight
    default: false
    }
  }
}

extension QuestionKey.Blank {
  /// Whether a number counts as right.
  fileprivate func accepts(_ number: Rational) -> Bool {
    value - tolerance <= number && number <= value + tolerance
  }
}
