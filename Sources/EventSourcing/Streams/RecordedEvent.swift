/// An event as a store keeps it: what was appended, and where and when.
public struct RecordedEvent: Hashable, Codable, Sendable {
  /// The event as its writer appended it.
  public var event: NewEvent

  /// The stream the event belongs to.
  public var stream: StreamID

  /// The number of the event in its stream; the first event has version 1.
  public var version: StreamVersion

  /// The place of the event in the commit order of the whole store.
  public var position: GlobalPosition

  /// The moment the writer passed when appending.
  public var recordedAt: Timestamp

  /// Creates a recorded event.
  public init(
    event: NewEvent,
    stream: StreamID,
    version: StreamVersion,
    position: GlobalPosition,
    recordedAt: Timestamp
  ) {
    self.event = event
    self.stream = stream
    self.version = version
    self.position = position
    self.recordedAt = recordedAt
  }
}
