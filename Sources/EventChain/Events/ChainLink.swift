/// An event in its place with the digest that is stored beside it.
package struct ChainLink: Hashable, Sendable {
  /// The event.
  package var event: EventRow
  /// The digest as it is stored, whether it is one or not.
  package var digest: [UInt8]

  /// Puts both parts together.
  package init(_ event: EventRow, digest: [UInt8]) {
    self.event = event
    self.digest = digest
  }
}
