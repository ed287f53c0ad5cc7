/// What the grader asks a suite process to do, as one JSON text on its standard input.
///
/// The input then stays open: when it ends, the grader is gone and the suite process ends itself and its workers.
package struct SuiteRequest: Codable, Sendable {
  /// The argument that makes the grader's program a suite process, which answers such a request.
  package static let programArgument = "suite-process"

  /// Which worker to grade; `nil` asks for the catalogues of every exercise and runs no behaviour.
  package var submission: Submission?
  /// The build identifier of the grader that asks; `nil` asks any.
  ///
  /// A program of another build must not answer.
  package var build: String?

  /// A built submission.
  package struct Submission: Codable, Sendable {
    /// The name of the exercise.
    package var exercise: String
    /// The absolute path of the program that starts its workers.
    package var host: String
    /// The absolute path of the library that it was built to.
    package var library: String
    /// What a worker must be able to read besides: the libraries of the toolchain and of the runtime.
    package var readable: [String]
    /// Libraries of ours that the program loads first.
    package var preloads: [String]
    /// The isolation its workers get.
    package var isolation: Isolation
    /// What its workers may cost.
    package var limits: Limits

    /// Sets every property.
    package init(
      exercise: String, host: String, library: String, readable: [String], preloads: [String],
      isolation: Isolation, limits: Limits
    ) {
      self.exercise = exercise
      self.host = host
      self.library = library
      self.readable = readable
      self.preloads = preloads
      self.isolation = isolation
      self.limits = limits
    }
  }

  /// Asks for the behaviours of a submission, or for the catalogues.
  package init(_ submission: Submission?, build: String? = nil) {
    self.submission = submission
    self.build = build
  }
}
