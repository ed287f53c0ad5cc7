/// What is said to an answer, no more than the policy allows.
package struct AnswerFeedback: Hashable, Sendable {
  /// How right the answer is; `nil` if nothing is said.
  package var verdict: Verdict?
  /// What the key says to this very answer.
  package var remarks: [String]
  /// The right answer and why it is right.
  package var solution: Solution?

  /// How right an answer is.
  package enum Verdict: String, Hashable, Codable, Sendable {
    case right
    case partlyRight
    case wrong
  }

  /// The right answer and why.
  package struct Solution: Hashable, Sendable {
    /// The right answer.
    package var answer: Answer
    /// Why it is right.
    package var rationale: String
    /// Who says so.
    package var sources: [String]
  }

  /// What is said to a try.
  ///
  /// - Parameters:
  ///   - attempt: The try.
  ///   - item: The question and its key.
  ///   - policy: What may be said.
  ///   - isOver: Whether no further try is possible, so that the solution gives nothing away.
  package init(
    to attempt: Tries.Try, of item: QuestionBank.Item, policy: TryPolicy.Feedback, isOver: Bool
  ) {
    verdict = policy == .none ? nil : Verdict(attempt.marked.value)
    let maySayMore = policy == .options || policy == .key
    remarks = maySayMore ? item.key.mark(attempt.answer, to: item.question).feedback : []
    solution = policy == .key && isOver ? Solution(of: item.key) : nil
  }

  /// What is said of a question that was never tried and never will be: its solution.
  package init(untried item: QuestionBank.Item) {
    verdict = nil
    remarks = []
    solution = Solution(of: item.key)
  }
}

extension AnswerFeedback.Verdict {
  /// The verdict of a share.
  package init(_ marked: Rational) {
    self = marked == .one ? .right : marked == .zero ? .wrong : .partlyRight
  }
}

extension AnswerFeedback.Solution {
  /// The solution that a key holds.
  package init(of key: QuestionKey) {
    rationale = key.rationale
    sources = key.sources
    answer =
      switch key.solution {
      case .single(let option): .options([option])
      case .multiple(let options): .options(options)
      case .ordering(let order): .order(order)
      case .matching(let pairs): .pairs(pairs)
      case .numeric(let blanks):
        .numbers(Dictionary(uniqueKeysWithValues: blanks.map { ($0.id, $0.value) }))
      case .text(let accept, _): .text(accept.first ?? "")
      }
  }
}
