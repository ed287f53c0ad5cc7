/// What a writer believes about a stream at the moment of appending.
public enum ExpectedVersion: Hashable, Codable, Sendable {
  /// The writer does not care; the append never conflicts.
  case any

  /// The stream has no events.
  case noStream

  /// The stream has at least one event.
  case streamExists

  /// The stream has exactly this many events; `.exact(0)` means the same as ``noStream``.
  case exact(StreamVersion)
}
