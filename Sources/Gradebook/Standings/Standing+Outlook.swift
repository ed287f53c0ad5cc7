package import Grading

extension Standing {
  /// What remains to pass.
  ///
  /// - Parameters:
  ///   - policy: How often a review question may be tried; `nil` for one that is no longer in the course's files, which
  ///     can be answered no more.
  ///   - canHandIn: Whether an exercise is still one of the course's, so that it can be handed in.
  ///   - most: The highest share of the final exam that can still be reached, as far as the learner may know.
  package func outlook(
    policy: (QuestionID) -> TryPolicy?, canHandIn: (String) -> Bool, exam most: Rational
  ) -> Outlook {
    guard closed == nil else { return Outlook(mark, most: [:]) }
    let questions = review.reduce(Rational.zero) { sum, question in
      sum + (policy(question.id).map { question.tries.most(under: $0) } ?? question.tries.best)
    }
    return Outlook(
      mark,
      most: [
        .reviewQuestions: review.isEmpty ? .zero : questions / Rational(review.count),
        .caseStudies: Rational.weightedMean(
          exercises.map { exercise in
            // It may always be sent again, and full marks count whichever submission counts.
            (canHandIn(exercise.name) ? .one : exercise.counted?.score ?? .zero, exercise.weight)
          }) ?? .zero,
        .finalExam: exam.phase == .over ? exam.score : most,
      ])
  }
}
