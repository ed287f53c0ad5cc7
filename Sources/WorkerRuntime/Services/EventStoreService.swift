public import EventSourcing
import Wire

extension WorkerService {
  /// Serves a submission's `LogBackedEventStore`, over record logs that the suite holds.
  public static func eventStore<Store: LogBackedEventStore>(_ type: Store.Type) -> Self {
    let stores = HandleTable<Store>()
    let waits = CancellableTasks()
    var service = Self()
    service.on(EventStoreCalls.Open.self) { call, suite in
      await Outcome { () async throws(EventStoreError) in
        stores.add(try await Store.open(on: RemoteRecordLog(call.log, over: suite)))
      }
    }
    service.on(EventStoreCalls.Append.self) { call in
      let store = try stores[call.store]
      return await Outcome { () async throws(EventStoreError) in
        try await store.append(
          call.events, to: call.stream, expecting: call.expecting, at: call.at)
      }
    }
    service.on(EventStoreCalls.Read.self) { call in
      let store = try stores[call.store]
      return await Outcome { () async throws(EventStoreError) in
        try await store.read(call.stream, from: call.from, limit: call.limit)
      }
    }
    service.on(EventStoreCalls.Page.self) { call in
      let store = try stores[call.store]
      return await Outcome { () async throws(EventStoreError) in
        try await store.page(after: call.after, limit: call.limit, types: call.types)
      }
    }
    service.on(EventStoreCalls.AwaitEvents.self) { call in
      let store = try stores[call.store]
      await waits.run(call.wait) { await store.awaitEvents(after: call.after) }
      return Nothing()
    }
    service.on(EventStoreCalls.CancelWait.self) { call in
      waits.cancel(call.wait)
      return Nothing()
    }
    return service
  }
}
