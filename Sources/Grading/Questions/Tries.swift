/// What one learner did with one question: every try, and what it was worth.
package struct Tries: Hashable, Codable, Sendable {
  /// One try.
  package struct Try: Hashable, Codable, Sendable {
    /// What was answered.
    package var answer: Answer
    /// The share of the question that the answer deserves, whichever try it was.
    package var marked: FractionText
    /// What it earned: the share times what this try is worth.
    package var credit: FractionText

    /// Sets every property.
    package init(answer: Answer, marked: FractionText, credit: FractionText) {
      self.answer = answer
      self.marked = marked
      self.credit = credit
    }

    /// Whether the answer is right in every part.
    package var isRight: Bool { marked.value == .one }
  }

  /// The tries in their order.
  package var list: [Try]

  /// Some tries.
  package init(_ list: [Try] = []) {
    self.list = list
  }

  /// What the question has earned: the credit of the best try.
  package var best: Rational { list.map(\.credit.value).max() ?? .zero }

  /// Whether no further try is possible: one was right, or all are used up.
  ///
  /// - Parameter policy: How often the question may be tried.
  package func areOver(under policy: TryPolicy) -> Bool {
    list.count >= policy.tries || list.contains(where: \.isRight)
  }

  /// What the next try makes of an answer, or `nil` if there is none.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - marked: The share that it deserves.
  ///   - policy: How often the question may be tried, and what each try is worth.
  package func next(_ answer: Answer, marked: Rational, under policy: TryPolicy) -> Try? {
    areOver(under: policy)
      ? nil
      : Try(
        answer: answer, marked: FractionText(marked),
        credit: FractionText(marked * policy.credit[list.count]))
  }
}
