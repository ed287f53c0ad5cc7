package import EventSourcing
package import Wire

/// The record log a worker gives to a submission: every operation is a call to the log that the suite holds.
///
/// So faults, holds and recordings are made on the trusted side, and the log outlives the worker.
package struct RemoteRecordLog: RecordLog {
  private let log: Handle
  private let suite: SuiteConnection

  /// Stands for a log of the suite's.
  package init(_ log: Handle, over suite: SuiteConnection) {
    self.log = log
    self.suite = suite
  }

  /// Appends one record in the suite's log.
  package func append(_ record: [UInt8]) async throws(StorageFault) {
    _ = try await suite.served(RecordLogCalls.Append(log: log, record: record)).get()
  }

  /// Reads every record of the suite's log.
  package func records() async throws(StorageFault) -> [[UInt8]] {
    try await suite.served(RecordLogCalls.Records(log: log)).get()
  }
}
