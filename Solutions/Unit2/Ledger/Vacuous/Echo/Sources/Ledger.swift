import EventSourcing

/// A store that knows the latest batch and nothing else.
actor Ledger: LogBackedEventStore {
  /// The latest batch.
  private var latest: [RecordedEvent] = []

  /// Opens at once.
  static func open(on log: any RecordLog) async throws(EventStoreError) -> Ledger { Ledger() }

  /// Keeps the batch in place of the one before.
  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    latest = events.enumerated().map { index, event in
      RecordedEvent(
        event: event, stream: stream, version: StreamVersion(rawValue: index + 1),
        position: GlobalPosition(rawValue: Int64(index + 1)), recordedAt: at)
    }
    return AppendReceipt(
      version: StreamVersion(rawValue: latest.count), position: latest.last?.position ?? .start)
  }

  /// Says the batch back.
  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    let events = latest.filter { $0.stream == stream }
    return StreamSlice(events: events, version: StreamVersion(rawValue: events.count))
  }

  /// Says the batch back.
  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    FeedPage(events: latest, next: latest.last?.position ?? after, caughtUp: true)
  }

  /// Returns at once.
  func awaitEvents(after position: GlobalPosition) async {}
}
