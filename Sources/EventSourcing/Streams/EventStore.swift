/// Streams of events that are appended under an expected version and never change.
public protocol EventStore: EventFeed {
  /// Opens a store over whatever the log holds.
  static func open(on log: any RecordLog) async throws(EventStoreError) -> Self

  /// Appends a batch of events to one stream.
  func append(
    _ events: [NewEvent],
    to stream: StreamID,
    expecting: ExpectedVersion,
    at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt

  /// Reads a part of one stream.
  func read(_ stream: StreamID, from: StreamVersion, limit: Int)
    async throws(EventStoreError) -> StreamSlice
}
