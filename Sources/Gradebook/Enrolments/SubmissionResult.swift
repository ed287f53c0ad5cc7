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
  /// The isolation it ran under.
  package var isolation: IsolationOnRecord
  /// The SHA-256 digest of the `grading.json` it was graded under.
  package var scheme: String
  /// The SHA-256 digest of toolchain, provided modules and worker runtime.
  package var runtime: String
  /// The SHA-256 digest of the code that holds the exercise's suite.
  package var suite: String
  /// What is kept of each behaviour that did not pass, by its identifier; `nil` in records of graders that kept nothing.
  ///
  /// It is for people to read and is no part of what counts; see ``hasSameOutcome(as:)``.
  package var details: [String: BehaviourDetails]?

  /// Sets every property.
  package init(
    exercise: String, submission: String, earned: Int, points: Int, verdicts: [String: String],
    notRun: [String], isolation: IsolationOnRecord, scheme: String, runtime: String, suite: String,
    details: [String: BehaviourDetails]? = nil
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
    self.details = details
  }

  /// Whether another result says the same, whatever was seen on the way to it.
  ///
  /// What a suite saw may differ from run to run, as a hash seed or the moment of a crash does, and the verdicts be the
  /// same; then nothing new is known of the submission.
  package func hasSameOutcome(as other: Self) -> Bool {
    var (one, another) = (self, other)
    one.details = nil
    another.details = nil
    return one == another
  }

  /// The share of the points that was earned.
  package var score: Rational { points > 0 ? Rational(earned, over: points) : .zero }
}
