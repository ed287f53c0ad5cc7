import Gradebook
import Grading

extension LearnerReport.Question {
  /// A review question with what may be said of it.
  ///
  /// What it has earned is part of every view of the mark, so it may be told whatever the policy says of answers.
  init(_ question: Registrar.ReviewQuestion) {
    self.init(
      question.item.question, shown: question.layout, tries: question.tries,
      policy: question.policy, isOver: question.isOver, feedback: question.feedback,
      credit: question.tries.list.isEmpty ? nil : question.tries.best)
  }

  /// A question of the exam with what may be said of it.
  ///
  /// What it has earned is never told: a share of a question would tell a guesser where to look.
  init(_ entry: ExamForm.Entry, in sitting: Registrar.ExamSitting) {
    self.init(
      entry.item.question, shown: entry.layout, tries: sitting.tries(at: entry.item.question.id),
      policy: entry.policy, isOver: sitting.isOver(entry), feedback: sitting.feedback(on: entry),
      credit: nil)
  }

  /// Takes from tries and policy what may be told.
  private init(
    _ question: Question, shown layout: QuestionLayout, tries: Tries, policy: TryPolicy,
    isOver: Bool, feedback: AnswerFeedback?, credit: Rational?
  ) {
    let left = isOver ? 0 : policy.tries - tries.list.count
    self.init(
      question: question, layout: layout,
      answers: tries.list.map { $0.answer.text(to: question, shown: layout) }, triesLeft: left,
      nextCredit: left > 0 ? policy.credit[tries.list.count] : nil, credit: credit,
      lastShare: feedback?.verdict == .partlyRight ? tries.list.last?.marked.value : nil,
      feedback: feedback)
  }
}

extension Registrar.ExamSitting {
  /// The highest share of the exam that can still be reached, as far as the learner is told.
  ///
  /// **It depends on no answer**: while a sitting goes on, learners hear right or wrong, and a bound that moved with the
  /// share of a wrong answer would tell more.
  ///
  /// - Parameter scheme: The scheme of the taking, for a sitting that has not started.
  func mostAsTold(under scheme: Scheme) -> Rational {
    guard state.started != nil else {
      return scheme.blueprint.isEmpty ? .zero : scheme.exam.tries.mostCredit
    }
    guard !questions.isEmpty else { return .zero }
    let sum = questions.reduce(Rational.zero) { sum, entry in
      let canCount = takesAnswers || !tries(at: entry.item.question.id).list.isEmpty
      return sum + (canCount ? entry.policy.mostCredit : .zero)
    }
    return sum / Rational(questions.count)
  }
}

extension TryPolicy {
  /// What the best try is worth.
  fileprivate var mostCredit: Rational { credit.max() ?? .zero }
}

extension TryPolicies {
  /// What the best try at the kindest kind of question is worth.
  fileprivate var mostCredit: Rational {
    ([standard] + (twoOptions.map { [$0] } ?? []) + byKind.values).map(\.mostCredit).max() ?? .zero
  }
}
