package import EventSourcing
package import Grading

extension ClassReport {
  /// One learner, in the last taking.
  package struct Learner: Hashable, Sendable {
    /// The taking.
    package var taking: TakingID
    /// The learner's full name.
    package var name: String
    /// The weighted mark so far.
    package var mark: Mark
    /// Where the exam stands.
    package var exam: SittingState.Phase
    /// How many review questions there are.
    package var reviewQuestions: Int
    /// How many of them have been tried.
    package var reviewTried: Int
    /// The exercises by name; none without a submission.
    package var exercises: [String: Submitted]
    /// When something last happened.
    package var lastAt: Timestamp
    /// When the taking was closed, if it is.
    package var closedAt: Timestamp?

    /// What came of one exercise.
    package struct Submitted: Hashable, Sendable {
      /// The share of the points that the submission which counts has earned; `nil` if none has a result.
      package var score: Rational?
      /// How many submissions there are.
      package var submissions: Int
      /// How many of them have no result.
      package var pending: Int

      /// Sets every property.
      package init(score: Rational?, submissions: Int, pending: Int) {
        self.score = score
        self.submissions = submissions
        self.pending = pending
      }
    }

    /// Sets every property.
    package init(
      taking: TakingID, name: String, mark: Mark, exam: SittingState.Phase, reviewQuestions: Int,
      reviewTried: Int, exercises: [String: Submitted], lastAt: Timestamp, closedAt: Timestamp?
    ) {
      self.taking = taking
      self.name = name
      self.mark = mark
      self.exam = exam
      self.reviewQuestions = reviewQuestions
      self.reviewTried = reviewTried
      self.exercises = exercises
      self.lastAt = lastAt
      self.closedAt = closedAt
    }

    /// Where a taking stands.
    init(_ standing: Standing, lastAt: Timestamp) {
      self.init(
        taking: standing.taking, name: standing.name, mark: standing.mark,
        exam: standing.exam.phase, reviewQuestions: standing.review.count,
        reviewTried: standing.review.count { !$0.tries.list.isEmpty },
        exercises: Dictionary(
          standing.exercises.filter { $0.submissions > 0 }.map { exercise in
            (
              exercise.name,
              Submitted(
                score: exercise.counted?.score, submissions: exercise.submissions,
                pending: exercise.pending.count)
            )
          }, uniquingKeysWith: { first, _ in first }), lastAt: lastAt,
        closedAt: standing.closed?.at)
    }
  }
}
