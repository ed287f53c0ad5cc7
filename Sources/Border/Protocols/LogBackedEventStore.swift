public import EventSourcing
import Synchronization

/// The calls that carry a learner's `LogBackedEventStore` across the border.
enum EventStoreCalls {
  /// `open(on:)`, on a log that the suite lends; answers the new store.
  struct Open: WireCall {
    typealias Reply = Outcome<Handle, EventStoreError>
    static let method = "eventStore.open"
    var log: Handle
  }

  /// `append(_:to:expecting:at:)`.
  struct Append: WireCall {
    typealias Reply = Outcome<AppendReceipt, EventStoreError>
    static let method = "eventStore.append"
    var store: Handle
    var events: [NewEvent]
    var stream: StreamID
    var expecting: ExpectedVersion
    var at: Timestamp
  }

  /// `read(_:from:limit:)`.
  struct Read: WireCall {
    typealias Reply = Outcome<StreamSlice, EventStoreError>
    static let method = "eventStore.read"
    var store: Handle
    var stream: StreamID
    var from: StreamVersion
    var limit: Int
  }

  /// `page(after:limit:types:)`.
  struct Page: WireCall {
    typealias Reply = Outcome<FeedPage, EventStoreError>
    static let method = "eventStore.page"
    var store: Handle
    var after: GlobalPosition
    var limit: Int
    var types: Set<String>?
  }

  /// `awaitEvents(after:)`; answers when the wait is over.
  struct AwaitEvents: WireCall {
    typealias Reply = Nothing
    static let method = "eventStore.awaitEvents"
    var store: Handle
    var after: GlobalPosition
    /// The name of this wait, chosen by the suite, under which it can be cancelled.
    var wait: Int

    /// Names waits, uniquely in this process.
    static let lastWait = Atomic(0)
  }

  /// Cancels the task of a wait, which may not have begun yet.
  struct CancelWait: WireCall {
    typealias Reply = Nothing
    static let method = "eventStore.cancelWait"
    var wait: Int
  }
}

/// A learner's `LogBackedEventStore` in a worker, to be used like any other.
///
/// Its log stays with the suite: the worker calls back for every record. Once the worker has broken, every call fails
/// as if the storage were down and every wait ends: the behaviour is lost already, by the worker's fault.
package struct RemoteEventStore<Place: Peer>: LogBackedEventStore {
  private let place: Place
  private let handle: Handle

  /// Opens a store in the running behaviour's worker.
  package static func open(on log: any RecordLog) async throws(EventStoreError) -> Self {
    try await open(on: log, in: .current)
  }

  /// Opens a store in a worker.
  package static func open(
    on log: any RecordLog, in place: Place
  ) async throws(EventStoreError) -> Self {
    let call = EventStoreCalls.Open(log: place.hold(log))
    return Self(place: place, handle: try await place.answer(to: call, otherwise: .broken).get())
  }

  /// The learner's receipt or refusal.
  package func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    let call = EventStoreCalls.Append(
      store: handle, events: events, stream: stream, expecting: expecting, at: at)
    return try await place.answer(to: call, otherwise: .broken).get()
  }

  /// The learner's slice of a stream.
  package func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    let call = EventStoreCalls.Read(store: handle, stream: stream, from: from, limit: limit)
    return try await place.answer(to: call, otherwise: .broken).get()
  }

  /// The learner's page of the feed.
  package func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    let call = EventStoreCalls.Page(store: handle, after: after, limit: limit, types: types)
    return try await place.answer(to: call, otherwise: .broken).get()
  }

  /// Returns when the learner's wait is over; cancelling the task cancels the learner's.
  package func awaitEvents(after position: GlobalPosition) async {
    let wait = EventStoreCalls.AwaitEvents.lastWait.add(1, ordering: .relaxed).newValue
    let call = EventStoreCalls.AwaitEvents(store: handle, after: position, wait: wait)
    await withTaskCancellationHandler {
      _ = await place.answer(to: call, otherwise: Nothing())
    } onCancel: {
      Task { await place.answer(to: EventStoreCalls.CancelWait(wait: wait), otherwise: Nothing()) }
    }
  }

  /// Asks the store's worker for a sign of life.
  ///
  /// A worker begins its calls in order, so whatever it was asked before has begun when it answers.
  package func ping() async {
    _ = await place.answer(to: Ping(), otherwise: Nothing())
  }
}

extension Outcome where Failure == EventStoreError {
  /// What stands for the answer of a broken worker.
  fileprivate static var broken: Self { .failure(.storage(.unavailable)) }
}

extension WorkerService {
  /// Serves a submission's `LogBackedEventStore`, over record logs that the suite holds.
  public static func eventStore<Store: LogBackedEventStore>(_ type: Store.Type) -> Self {
    Self { $0.serve(type) }
  }
}

extension Peer {
  /// Serves a submission's stores.
  fileprivate func serve<Store: LogBackedEventStore>(_ type: Store.Type) {
    let stores = HandleTable<Store>()
    let waits = CancellableTasks()
    serve(EventStoreCalls.Open.self) { call, suite in
      await Outcome { () async throws(EventStoreError) in
        stores.add(try await Store.open(on: RemoteRecordLog(call.log, in: suite)))
      }
    }
    serve(EventStoreCalls.Append.self) { call in
      let store = try stores[call.store]
      return await Outcome { () async throws(EventStoreError) in
        try await store.append(
          call.events, to: call.stream, expecting: call.expecting, at: call.at)
      }
    }
    serve(EventStoreCalls.Read.self) { call in
      let store = try stores[call.store]
      return await Outcome { () async throws(EventStoreError) in
        try await store.read(call.stream, from: call.from, limit: call.limit)
      }
    }
    serve(EventStoreCalls.Page.self) { call in
      let store = try stores[call.store]
      return await Outcome { () async throws(EventStoreError) in
        try await store.page(after: call.after, limit: call.limit, types: call.types)
      }
    }
    serve(EventStoreCalls.AwaitEvents.self) { call in
      let store = try stores[call.store]
      await waits.run(call.wait) { await store.awaitEvents(after: call.after) }
      return Nothing()
    }
    serve(EventStoreCalls.CancelWait.self) { call in
      waits.cancel(call.wait)
      return Nothing()
    }
  }
}
