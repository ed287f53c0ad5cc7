import Gradebook
import Grading
package import Registrar

/// What became of exercises that were handed in, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.submission", "version": 1, "learner",
///   "exercises": [ { "exercise", "record": "graded" | "known" | "pending" | "nothing", "submission": digest, "earned",
///     "points", "score": SCORE, "messages": [text] } ] }
/// ```
///
/// `pending` says that the submission is kept and grading it broke, `nothing` that nothing could be kept. Members that do
/// not apply are left out.
package struct SubmissionDocument: Encodable {
  private let format = "grader.submission"
  private let version = 1
  private let learner: String
  private let exercises: [Exercise]

  /// Puts submissions into the document.
  package init(_ submitted: [Registrar.Submitted], of learner: String) {
    self.learner = learner
    exercises = submitted.map { submitted in
      let (record, result): (String, SubmissionResult?) =
        switch submitted.record {
        case .graded(let result): ("graded", result)
        case .known(let result): ("known", result)
        case .pending: ("pending", nil)
        case .nothing: ("nothing", nil)
        }
      return Exercise(
        exercise: submitted.result.exercise, record: record, submission: result?.submission,
        earned: result?.earned, points: result?.points, score: result?.score,
        messages: submitted.result.outcome.messages)
    }
  }

  /// One exercise.
  private struct Exercise: Encodable {
    var exercise: String
    var record: String
    var submission: String?
    var earned: Int?
    var points: Int?
    var score: Rational?
    var messages: [String]
  }
}
