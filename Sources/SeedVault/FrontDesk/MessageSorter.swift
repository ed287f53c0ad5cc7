/// Sorts messages into commands, events and queries.
public protocol MessageSorter: Sendable {
  /// Creates a sorter.
  init()

  /// Returns the kind of a message.
  func classify(_ card: MessageCard) -> MessageKind?
}
