public import EventSourcing

/// A command as it was received, with everything its decision depended on.
public struct CommandRecord: Hashable, Codable, Sendable {
  /// What was asked for.
  public var command: LotCommand

  /// The identity, time and actor of the decision.
  public var context: DecisionContext

  /// What external systems answered when the command first ran, by the name of the question.
  public var answers: [String: JSONValue]

  /// Creates a record.
  public init(
    command: LotCommand,
    context: DecisionContext,
    answers: [String: JSONValue] = [:]
  ) {
    self.command = command
    self.context = context
    self.answers = answers
  }
}
