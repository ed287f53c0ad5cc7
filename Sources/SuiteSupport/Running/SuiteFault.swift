/// A suite, or the grader under it, is wrong.
///
/// Never a verdict on a submission.
package struct SuiteFault: Error, Sendable, CustomStringConvertible {
  /// One sentence.
  package let description: String

  /// Says what is wrong.
  package init(_ description: String) {
    self.description = description
  }
}
