import EventSourcing

/// A store that refuses everything, with the reason that is right most often.
struct Ledger: LogBackedEventStore {
  /// Opens at once.
  static func open(on log: any RecordLog) async throws(EventStoreError) -> Ledger { Ledger() }

  /// Refuses.
  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    if case .any = expecting { throw .storage(.unavailable) }
    throw .wrongExpectedVersion(expected: expecting, actual: .empty)
  }

  /// Refuses.
  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    throw .storage(.unavailable)
  }

  /// Refuses.
  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    throw .storage(.unavailable)
  }

  /// Waits until it is cancelled.
  func awaitEvents(after position: GlobalPosition) async {
    while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(5)) }
  }
}
