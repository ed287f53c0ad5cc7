/// Everything a decision may use besides the command and the state.
///
/// Deciding code has no clock and no source of randomness: time, identity and actor arrive here, so
/// a decision can be repeated at any time with the same result.
public struct DecisionContext: Hashable, Codable, Sendable {
  /// The identity of the command, the same on every attempt.
  public var commandID: CommandID

  /// The moment of the decision.
  public var now: Timestamp

  /// Who sent the command.
  public var actor: String

  /// Creates a context.
  public init(commandID: CommandID, now: Timestamp, actor: String) {
    self.commandID = commandID
    self.now = now
    self.actor = actor
  }
}
