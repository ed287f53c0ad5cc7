public import EventSourcing

/// An input of a process together with the identity of the message that brought it.
public struct Delivery<Input: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  /// The identity of the message, the same however often it is delivered.
  public var messageID: EventID

  /// What the message says.
  public var input: Input

  /// Creates a delivery.
  public init(messageID: EventID, input: Input) {
    self.messageID = messageID
    self.input = input
  }
}
