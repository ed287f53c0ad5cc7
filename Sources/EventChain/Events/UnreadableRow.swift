/// A part of a stored event that is not as a store writes it.
package struct UnreadableRow: Error, Hashable, Sendable {
  /// What was found, as a clause.
  package let clause: String
}
