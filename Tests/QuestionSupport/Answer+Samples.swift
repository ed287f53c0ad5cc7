package import Grading

extension Answer {
  /// The right answer of a key, and one that is wrong.
  package static func rightAndWrong(_ item: QuestionBank.Item) -> (right: Answer, wrong: Answer) {
    let right = AnswerFeedback.Solution(of: item.key).answer
    switch (right, item.question.form) {
    case (.options(let chosen), .single(let options)):
      let other = options.first { !chosen.contains($0.id) }
      return (right, .options([other?.id ?? ""]))
    case (.options(let chosen), .multiple(let options)):
      return (right, .options(Set(options.map(\.id)).subtracting(chosen)))
    case (.order(let order), _): return (right, .order(order.reversed()))
    case (.pairs(let pairs), .matching(_, let right)):
      return (
        .pairs(pairs),
        .pairs(
          pairs.mapValues { old in right.first { $0.id != old }?.id ?? "" })
      )
    case (.numbers(let numbers), _):
      return (right, .numbers(numbers.mapValues { $0 + Rational(1_000_000) }))
    default: return (right, .text("zzz"))
    }
  }
}
