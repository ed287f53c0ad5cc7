package import CQRS
import EventSourcing
package import Wire

extension WorkerService {
  /// Serves the readers that a submission has handed to projections of the suite's.
  package mutating func serve(_ readers: HandleTable<any ViewReader>) {
    on(ViewCalls.Get.self) { call in
      let reader = try readers[call.views]
      return await .init { () async throws(StorageFault) in
        try await reader.get(call.key).map { [$0] } ?? []
      }
    }
    on(ViewCalls.All.self) { call in
      let reader = try readers[call.views]
      return await .init { () async throws(StorageFault) in
        try await reader.all(in: call.collection)
      }
    }
    on(ViewCalls.Checkpoint.self) { call in
      let reader = try readers[call.views]
      return await .init { () async throws(StorageFault) in
        try await reader.checkpoint(of: call.projection)
      }
    }
  }
}
