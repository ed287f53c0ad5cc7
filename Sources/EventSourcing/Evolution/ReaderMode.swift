/// How a reader treats stored events of a type or schema it does not know.
public enum ReaderMode: String, Hashable, Codable, Sendable {
  /// An unknown event is an error, because a decision must not rest on half a history.
  case strict

  /// An unknown event is passed over, because a view may ignore what it does not show.
  case tolerant
}
