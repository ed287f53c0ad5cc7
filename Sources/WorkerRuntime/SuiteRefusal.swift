/// The suite did not serve a call of the worker's.
package struct SuiteRefusal: Error, Sendable, CustomStringConvertible {
  /// The suite's reason.
  package let reason: String

  /// One sentence for a trap's message.
  package var description: String { "The suite refused a call: \(reason)." }
}
