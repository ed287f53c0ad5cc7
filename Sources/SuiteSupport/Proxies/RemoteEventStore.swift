package import EventSourcing
import Synchronization
import Wire

/// A learner's `LogBackedEventStore` in a worker, to be used like any other.
///
/// Its log stays with the suite: the worker calls back for every record. Once the worker has broken, every call fails
/// as if the storage were down and every wait ends: the behaviour is lost already, by the worker's fault.
package struct RemoteEventStore: LogBackedEventStore {
  /// Names waits, uniquely in this process.
  private static let lastWait = Atomic(0)

  private let worker: Worker
  private let handle: Handle

  /// Opens a store in the running behaviour's worker.
  package static func open(
    on log: any RecordLog
  ) async throws(EventStoreError) -> RemoteEventStore {
    try await open(on: log, in: .current)
  }

  /// Opens a store in a worker.
  package static func open(
    on log: any RecordLog, in worker: Worker
  ) async throws(EventStoreError) -> RemoteEventStore {
    let call = EventStoreCalls.Open(log: worker.hold(log))
    return RemoteEventStore(
      worker: worker, handle: try await worker.answer(to: call, otherwise: .broken).get())
  }

  /// The learner's receipt or refusal.
  package func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    let call = EventStoreCalls.Append(
      store: handle, events: events, stream: stream, expecting: expecting, at: at)
    return try await worker.answer(to: call, otherwise: .broken).get()
  }

  /// The learner's slice of a stream.
  package func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    let call = EventStoreCalls.Read(store: handle, stream: stream, from: from, limit: limit)
    return try await worker.answer(to: call, otherwise: .broken).get()
  }

  /// The learner's page of the feed.
  package func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    let call = EventStoreCalls.Page(store: handle, after: after, limit: limit, types: types)
    return try await worker.answer(to: call, otherwise: .broken).get()
  }

  /// Returns when the learner's wait is over; cancelling the task cancels the learner's.
  package func awaitEvents(after position: GlobalPosition) async {
    let wait = Self.lastWait.add(1, ordering: .relaxed).newValue
    let call = EventStoreCalls.AwaitEvents(store: handle, after: position, wait: wait)
    await withTaskCancellationHandler {
      _ = await worker.answer(to: call, otherwise: Nothing())
    } onCancel: {
      Task { await worker.answer(to: EventStoreCalls.CancelWait(wait: wait), otherwise: Nothing()) }
    }
  }

  /// Asks the store's worker for a sign of life.
  ///
  /// A worker begins its calls in order, so whatever it was asked before has begun when it answers.
  package func ping() async {
    _ = await worker.answer(to: Ping(), otherwise: Nothing())
  }
}

extension Outcome where Failure == EventStoreError {
  /// What stands for the answer of a broken worker.
  fileprivate static var broken: Self { .failure(.storage(.unavailable)) }
}
