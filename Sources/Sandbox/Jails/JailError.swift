/// Why this machine cannot jail a program: what is missing, and what to do about it.
package struct JailError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is missing and the remedy, in sentences.
  package let description: String

  /// Says what is missing.
  init(_ description: String) {
    self.description = description
  }
}
