/// Why a computation has no value.
package struct ComputationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, where, and what to write instead, in a sentence.
  package let description: String

  /// Says what is wrong.
  init(_ description: String) {
    self.description = description
  }
}
