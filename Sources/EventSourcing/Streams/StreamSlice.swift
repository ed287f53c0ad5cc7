/// A part of one stream, with the version of the whole stream.
public struct StreamSlice: Hashable, Codable, Sendable {
  /// The events read, by ascending version.
  public var events: [RecordedEvent]

  /// The current version of the whole stream, however few events the slice holds; 0 if it has none.
  public var version: StreamVersion

  /// Creates a slice.
  public init(events: [RecordedEvent], version: StreamVersion) {
    self.events = events
    self.version = version
  }
}
