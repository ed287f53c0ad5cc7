import EventSourcing
import Synchronization

/// A store before another, to which something happens around appends.
final class InterruptedStore: EventStore {
  /// What may happen to one append.
  enum Interruption {
    /// Nothing.
    case none
    /// Another writer is faster.
    case rival(NewEvent)
    /// The store fails before it does anything.
    case fault(StorageFault)
    /// The events are stored, and the answer is lost.
    case lostAnswer
  }

  private let store: any EventStore
  private let plan: Mutex<[Interruption]>
  private let count = Mutex(0)

  /// How many appends were asked for.
  var appends: Int { count.withLock { $0 } }

  /// Stands before a store.
  init(before store: any EventStore, _ plan: [Interruption] = []) {
    self.store = store
    self.plan = Mutex(plan)
  }

  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    count.withLock { $0 += 1 }
    switch plan.withLock({ $0.isEmpty ? .none : $0.removeFirst() }) {
    case .none: break
    case .rival(let event):
      _ = try await store.append([event], to: stream, expecting: .any, at: at)
    case .fault(let fault): throw .storage(fault)
    case .lostAnswer:
      _ = try await store.append(events, to: stream, expecting: expecting, at: at)
      throw .storage(.outcomeUnknown)
    }
    return try await store.append(events, to: stream, expecting: expecting, at: at)
  }

  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    try await store.read(stream, from: from, limit: limit)
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
