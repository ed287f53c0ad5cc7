package import EventSourcing
package import Wire

extension Worker {
  /// Serves a record log to the worker.
  ///
  /// - Returns: What the worker knows it by.
  package func hold(_ log: any RecordLog) -> Handle {
    let logs = held.logs
    serve(RecordLogCalls.Append.self) { call in
      let log = try logs[call.log]
      return await Outcome { () async throws(StorageFault) in
        try await log.append(call.record)
        return Nothing()
      }
    }
    serve(RecordLogCalls.Records.self) { call in
      let log = try logs[call.log]
      return await Outcome { () async throws(StorageFault) in try await log.records() }
    }
    return logs.add(log)
  }
}
