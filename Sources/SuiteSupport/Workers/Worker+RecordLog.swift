package import EventSourcing
package import Wire

extension Worker {
  /// Lends a record log to the worker, which names it by the handle from then on.
  package func lend(_ log: any RecordLog) -> Handle {
    serve(RecordLogCalls.Append.self) { [logs] call in
      let log = try logs[call.log]
      return await Outcome { () async throws(StorageFault) in
        try await log.append(call.record)
        return Nothing()
      }
    }
    serve(RecordLogCalls.Records.self) { [logs] call in
      let log = try logs[call.log]
      return await Outcome { () async throws(StorageFault) in try await log.records() }
    }
    return logs.add(log)
  }
}
