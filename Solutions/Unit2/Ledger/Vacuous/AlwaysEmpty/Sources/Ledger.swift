import EventSourcing

/// A store that accepts everything and holds nothing.
struct Ledger: LogBackedEventStore {
  /// Opens at once.
  static func open(on log: any RecordLog) async throws(EventStoreError) -> Ledger { Ledger() }

  /// Says that it is done.
  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    AppendReceipt(version: StreamVersion(rawValue: events.count), position: .start)
  }

  /// Finds nothing.
  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    StreamSlice(events: [], version: .empty)
  }

  /// Finds nothing.
  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    FeedPage(events: [], next: after, caughtUp: true)
  }

  /// Returns at once.
  func awaitEvents(after position: GlobalPosition) async {}
}
