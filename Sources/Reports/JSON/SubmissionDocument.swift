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
/// `known` says that the record answered and nothing was run, `pending` that the submission is kept and grading it broke, `nothing` that nothing could be kept. Members that do
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
      let (record, messages): (String, [String]) =
        switch submitted.outcome {
        case .graded(_, let result): ("graded", result.outcome.messages)
        case .answered(let result): ("known", result.notRun)
        case .pending(let result, _): ("pending", result.outcome.messages)
        case .notAccepted(let outcome): ("nothing", outcome.messages)
        }
      let result = submitted.recorded
      return Exercise(
        exercise: submitted.exercise, record: record, submission: result?.submission,
        earned: result?.earned, points: result?.points, score: result?.score, messages: messages)
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
