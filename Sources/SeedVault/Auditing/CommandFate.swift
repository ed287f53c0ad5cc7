/// What became of a command.
public enum CommandFate: Hashable, Codable, Sendable {
  /// The command was accepted and caused these events; none if it changed nothing.
  case accepted([LotEvent])

  /// The command was refused.
  case refused(LotRejection)
}
