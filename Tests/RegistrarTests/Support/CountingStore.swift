import EventSourcing
import Synchronization

/// A store that counts how often the events of each stream are read; asking for a version alone reads none.
final class CountingStore: EventStore {
  private let store: any EventStore
  private let counts = Mutex<[StreamID: Int]>([:])

  /// Counts what is asked of a store.
  init(over store: any EventStore) {
    self.store = store
  }

  /// How often the events of each stream were read since the last call.
  func take() -> [StreamID: Int] {
    counts.withLock { counts in
      defer { counts = [:] }
      return counts
    }
  }

  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    try await store.append(events, to: stream, expecting: expecting, at: at)
  }

  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    if limit > 0 { counts.withLock { $0[stream, default: 0] += 1 } }
    return try await store.read(stream, from: from, limit: limit)
  }

  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    try await store.page(after: after, limit: limit, types: types)
  }

  func awaitEvents(after position: GlobalPosition) async {
    await store.awaitEvents(after: position)
  }
}
