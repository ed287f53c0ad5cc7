package import Grading

/// What came of grading a submission, and under what it was graded.
package struct SubmissionResult: Hashable, Codable, Sendable {
  /// The exercise.
  package var exercise: String
  /// The SHA-256 digest of the submission's files.
  package var submission: String
  /// The points earned.
  package var earned: Int
  /// The points of all behaviours.
  package var points: Int
  /// The verdict of each behaviour by its identifier, by stable names.
  package var verdicts: [String: String]
  /// Why nothing was run, if so: refused files, or a build that failed.
  package var notRun: [String]
  /// The isolation it ran under, by name.
  package var isolation: String
  /// The SHA-256 digest of the `grading.json` it was graded under.
  package var scheme: String
  /// The SHA-256 digest of toolchain, provided modules and worker runtime.
  package var runtime: String
  /// The SHA-256 digest of the code that holds the exercise's suite.
  package var suite: String

  /// Sets every property.
  package init(
    exercise: String, submission: String, earned: Int, points: Int, verdicts: [String: String],
    notRun: [String], isolation: String, scheme: String, runtime: String, suite: String
  ) {
    self.exercise = exercise
    self.submission = submission
    self.earned = earned
    self.points = points
    self.verdicts = verdicts
    self.notRun = notRun
    self.isolation = isolation
    self.scheme = scheme
    self.runtime = runtime
    self.suite = suite
  }

  /// The share of the points that was earned.
  package var score: Rational { points > 0 ? Rational(earned, over: points) : .zero }
}
