/// Why something is not valid, as a clause that follows "not valid:".
package struct InvalidCertificate: Error, Hashable, Sendable, CustomStringConvertible {
  /// The clause.
  package let description: String

  /// Says why.
  package init(_ description: String) { self.description = description }
}
