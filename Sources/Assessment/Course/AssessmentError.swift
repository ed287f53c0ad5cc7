/// Something outside of the grader is not as it must be: the course, the machine, or what was asked for.
///
/// Never about what a submission does; that is a verdict.
package struct AssessmentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is concerned, which decides the exit code.
  package enum Kind: Hashable, Sendable {
    /// A path or name that was given does not lead anywhere useful.
    case input
    /// The course's own files are wrong.
    case course
    /// The machine lacks something.
    case machine
    /// The machine cannot isolate learners' code as demanded.
    case isolation
  }

  /// What is concerned.
  package let kind: Kind
  /// Sentences naming the thing and the remedy.
  package let description: String

  /// Sets both parts.
  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
