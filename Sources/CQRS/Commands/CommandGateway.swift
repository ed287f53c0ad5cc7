public import EventSourcing

/// Carries commands to a decider and its decisions to the store.
public protocol CommandGateway<D>: Sendable {
  /// The decider that decides.
  associatedtype D: Decider

  /// Carries out one command.
  func send(_ envelope: CommandEnvelope<D.Command>)
    async throws(GatewayError<D.Rejection>) -> CommandReceipt
}
