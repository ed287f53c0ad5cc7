/// The identity of one event, chosen by the writer and unique in a whole store.
///
/// A writer that derives identifiers from the command, such as `"<command id>/<index>"`, may send
/// the same batch again after a lost answer: the store recognizes it. See ``EventStore``.
public struct EventID: StringID {
  /// The identifier as text.
  public let rawValue: String

  /// Creates an identifier from its text.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
