/// The three kinds of messages.
public enum MessageKind: String, Hashable, Codable, Sendable {
  /// A wish that may be refused and changes something.
  case command

  /// A fact that has happened and cannot be refused.
  case event

  /// A question that changes nothing.
  case query
}
