/// The case studies of a class, with what they were graded under.
package struct ClassResult: Hashable, Sendable {
  /// The course's title.
  package var course: String
  /// The isolation of the learners' code.
  package var isolation: Isolation
  /// The weakest isolation that the scheme demands of what counts for a certificate.
  package var minimumIsolation: Isolation
  /// The SHA-256 digest of `grading.json`.
  package var scheme: String
  /// The SHA-256 digest of toolchain, provided modules and worker runtime.
  package var runtime: String
  /// The weight of each exercise by name.
  package var weights: [String: Int]
  /// Whether some exercises of the scheme were left out, so that scores are not those of the case studies.
  package var isPartial: Bool
  /// One result per learner.
  package var learners: [LearnerResult]

  /// Sets every property.
  package init(
    course: String, isolation: Isolation, minimumIsolation: Isolation, scheme: String,
    runtime: String, weights: [String: Int], isPartial: Bool, learners: [LearnerResult]
  ) {
    self.course = course
    self.isolation = isolation
    self.minimumIsolation = minimumIsolation
    self.scheme = scheme
    self.runtime = runtime
    self.weights = weights
    self.isPartial = isPartial
    self.learners = learners
  }
}
