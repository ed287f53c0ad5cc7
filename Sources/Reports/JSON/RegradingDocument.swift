import Gradebook
import Grading
package import Registrar

/// What grading again changes, or would change, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.regrading", "version": 1, "isApplied",
///   "submissions": [ { "learner", "taking": number, "exercise", "submission": digest, "before": SCORE, "after": SCORE,
///     "failure" } ] }
/// ```
///
/// `before` is left out without an earlier result; `after` where grading broke, which `failure` explains.
package struct RegradingDocument: Encodable {
  private let format = "grader.regrading"
  private let version = 1
  private let isApplied: Bool
  private let submissions: [Submission]

  /// Puts regradings into the document.
  package init(_ regradings: [Registrar.Regrading], isApplied: Bool) {
    self.isApplied = isApplied
    submissions = regradings.map {
      Submission(
        learner: $0.taking.learner, taking: $0.taking.number, exercise: $0.exercise,
        submission: $0.submission, before: $0.before?.score, after: $0.after?.score,
        failure: $0.failure)
    }
  }

  /// One submission.
  private struct Submission: Encodable {
    var learner: String
    var taking: Int
    var exercise: String
    var submission: String
    var before: Rational?
    var after: Rational?
    var failure: String?
  }
}
