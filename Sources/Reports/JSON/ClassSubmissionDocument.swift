package import Registrar

/// What became of a class that was handed in, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.class-submission", "version": 1, "isComplete",
///   "exercises": [ { "learner", "exercise", "record": "graded" | "known" | "pending" | "refused" | "nothing",
///     "earned", "points", "messages": [text] } ],
///   "concerns": [ { "name", "exercise", "reason" } ] }
/// ```
///
/// `record` means what it means in a ``SubmissionDocument``, where what is `refused` here is `nothing` too. `concerns` is
/// all that a person must look at; without `exercise` it is about an entry of the folder that was not taken in.
/// `isComplete` is false after an interruption. Members that do not apply are left out.
package struct ClassSubmissionDocument: Encodable {
  private let format = "grader.class-submission"
  private let version = 1
  private let isComplete: Bool
  private let exercises: [Exercise]
  private let concerns: [ConcernEntry]

  /// Puts what became of a class into the document.
  package init(_ submission: ClassSubmission) {
    isComplete = submission.isComplete
    exercises = submission.entries.map(Exercise.init)
    concerns = submission.concerns.map(ConcernEntry.init)
  }

  /// One exercise of one learner.
  private struct Exercise: Encodable {
    var learner: String
    var exercise: String
    var record: String
    var earned: Int?
    var points: Int?
    var messages: [String] = []

    init(_ entry: ClassSubmission.Entry) {
      learner = entry.learner
      exercise = entry.exercise
      switch entry.outcome {
      case .graded(let points), .answered(let points):
        earned = points.earned
        self.points = points.possible
        record = if case .graded = entry.outcome { "graded" } else { "known" }
      case .pending(let reason):
        record = "pending"
        messages = [reason]
      case .refused(let reasons, let remedy):
        record = "refused"
        messages = remedy?.completing(reasons) ?? reasons
      case .notHandedIn(let reason):
        record = "nothing"
        messages = [reason]
      }
    }
  }
}
