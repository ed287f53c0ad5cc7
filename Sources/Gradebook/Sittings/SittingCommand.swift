package import Grading

/// What can be asked of the final exam of one taking.
package enum SittingCommand: Hashable, Codable, Sendable {
  /// Start the sitting with a form that was drawn for it; if one is under way, go on with that one and its form.
  case start(form: ExamForm, minutes: Int?, afterClosing: String)
  /// Answer a question.
  case answer(QuestionID, Answer)
  /// End the sitting for good; also one that never started, so that none can start any more.
  case finish
  /// Take back a sitting that broke for a reason that is not the learner's.
  case reset(by: String, reason: String)
}
