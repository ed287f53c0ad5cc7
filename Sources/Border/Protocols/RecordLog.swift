package import EventSourcing

/// The calls that carry a `RecordLog` to a worker: made *by* the worker, served by the suite.
package enum RecordLogCalls {
  /// `append(_:)`.
  package struct Append: WireCall {
    package typealias Reply = Outcome<Nothing, StorageFault>
    package static let method = "log.append"
    package var log: Handle
    package var record: [UInt8]
    package init(log: Handle, record: [UInt8]) {
      self.log = log
      self.record = record
    }
  }

  /// `records()`.
  package struct Records: WireCall {
    package typealias Reply = Outcome<[[UInt8]], StorageFault>
    package static let method = "log.records"
    package var log: Handle
    package init(log: Handle) {
      self.log = log
    }
  }
}
