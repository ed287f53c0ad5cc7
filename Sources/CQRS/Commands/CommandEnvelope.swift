public import EventSourcing

/// A command on its way to the stream it concerns.
public struct CommandEnvelope<C: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  /// The stream the command concerns.
  public var stream: StreamID

  /// What is asked for.
  public var command: C

  /// The command's identity, and the time and actor of the decision.
  public var context: DecisionContext

  /// What the caller insists on about the stream, or nil to leave conflicts to the gateway.
  public var expecting: ExpectedVersion?

  /// Creates an envelope.
  public init(
    stream: StreamID,
    command: C,
    context: DecisionContext,
    expecting: ExpectedVersion? = nil
  ) {
    self.stream = stream
    self.command = command
    self.context = context
    self.expecting = expecting
  }
}
