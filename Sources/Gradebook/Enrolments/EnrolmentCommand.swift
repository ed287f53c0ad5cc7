package import Grading

/// What can be asked of one taking of the course.
package enum EnrolmentCommand: Hashable, Codable, Sendable {
  /// Begin it.
  case open(EnrolmentEvent.Opened)
  /// Answer a review question.
  case answer(ReviewAttempt)
  /// Take in a submission, whose files are stored already.
  case receive(exercise: String, submission: String)
  /// Record the result of a submission.
  case record(SubmissionResult)
  /// Record that grading a submission broke.
  case fail(exercise: String, submission: String, reason: String)
  /// End it.
  case close(reason: String)

  /// An answer to a review question, marked.
  package struct ReviewAttempt: Hashable, Codable, Sendable {
    /// The question.
    package var question: QuestionID
    /// The SHA-256 digest of the question with its key.
    package var itemDigest: String
    /// What was answered.
    package var answer: Answer
    /// The share of the question that the answer deserves.
    package var marked: FractionText
    /// What each try is worth.
    package var credit: [FractionText]

    /// Sets every property.
    package init(
      question: QuestionID, itemDigest: String, answer: Answer, marked: Rational, policy: TryPolicy
    ) {
      self.question = question
      self.itemDigest = itemDigest
      self.answer = answer
      self.marked = FractionText(marked)
      credit = policy.credit.map(FractionText.init)
    }

    /// How often the question may be tried.
    var policy: TryPolicy { TryPolicy(credit: credit.map(\.value), feedback: .none) }
  }
}
