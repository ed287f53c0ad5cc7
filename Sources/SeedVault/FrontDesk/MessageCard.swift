/// A message described by its behavior.
public struct MessageCard: Hashable, Codable, Sendable {
  /// What the message is called; names may mislead.
  public var name: String

  /// Whether the receiver may refuse what the message says.
  public var mayBeRefused: Bool

  /// Whether the message changes the state of its receiver.
  public var changesState: Bool

  /// Whether the sender gets data in return.
  public var returnsData: Bool

  /// Whether the message tells something that has already happened.
  public var alreadyHappened: Bool

  /// Creates a card.
  public init(
    name: String,
    mayBeRefused: Bool,
    changesState: Bool,
    returnsData: Bool,
    alreadyHappened: Bool
  ) {
    self.name = name
    self.mayBeRefused = mayBeRefused
    self.changesState = changesState
    self.returnsData = returnsData
    self.alreadyHappened = alreadyHappened
  }
}
