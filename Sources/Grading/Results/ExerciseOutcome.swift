/// How far one exercise of one learner came.
package enum ExerciseOutcome: Hashable, Codable, Sendable {
  /// The suite ran; every behaviour has a verdict.
  case graded
  /// There was nothing to grade.
  case notHandedIn(reason: String)
  /// A file cannot be accepted; nothing was compiled.
  case refused(reasons: [String])
  /// The learner's files do not compile; the diagnostics are theirs, with their own relative paths.
  case notBuilt(diagnostics: [String])
  /// The grader broke; the learner loses nothing, and there is no score.
  case graderFault(reason: String)
}
