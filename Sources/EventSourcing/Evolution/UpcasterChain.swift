/// Upcasters joined by their keys, so that a payload of any age reaches the present.
public protocol UpcasterChain: Sendable {
  /// Joins steps into a chain.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> Self

  /// Brings a payload to the newest schemas the chain knows.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload]
}
