public import EventSourcing

/// Makes command gateways for any decider.
///
/// **A factory keeps nothing.** Two gateways made by one factory share only the store they were
/// given.
///
/// ```swift
/// let gateway = Factory().make(rules, codec: codec, store: store, maxAttempts: 3)
/// let receipt = try await gateway.send(envelope)
/// ```
public protocol GatewayFactory: Sendable {
  /// Creates a factory.
  init()

  /// Makes a gateway; see ``CommandGateway`` for what it must do.
  ///
  /// - Parameters:
  ///   - decider: The rules that decide.
  ///   - codec: The translation between the decider's events and stored ones.
  ///   - store: The events.
  ///   - maxAttempts: The largest number of appends for one command, 1 or more.
  /// - Returns: The gateway.
  func make<D: Decider>(
    _ decider: D,
    codec: any EventCodec<D.Event>,
    store: any EventStore,
    maxAttempts: Int
  ) -> any CommandGateway<D>
}
