import EventSourcing

/// The calls that carry a `RecordLog` across the border, to the side that holds it.
enum RecordLogCalls {
  /// `append(_:)`.
  struct Append: WireCall {
    typealias Reply = Outcome<Nothing, StorageFault>
    static let method = "log.append"
    var log: Handle
    var record: [UInt8]
  }

  /// `records()`.
  struct Records: WireCall {
    typealias Reply = Outcome<[[UInt8]], StorageFault>
    static let method = "log.records"
    var log: Handle
  }
}

/// A record log that a peer holds; every operation is a call to it.
///
/// So faults, holds and recordings are made on the trusted side, and the log outlives the worker. Once the peer has
/// broken, the storage is down.
struct RemoteRecordLog<Place: Peer>: RecordLog {
  private let log: Handle
  private let place: Place

  /// Stands for a log of a peer's.
  init(_ log: Handle, in place: Place) {
    self.log = log
    self.place = place
  }

  /// Appends one record to the peer's log.
  func append(_ record: [UInt8]) async throws(StorageFault) {
    _ = try await place.answer(
      to: RecordLogCalls.Append(log: log, record: record), otherwise: .failure(.unavailable)
    ).get()
  }

  /// Reads every record of the peer's log.
  func records() async throws(StorageFault) -> [[UInt8]] {
    try await place.answer(
      to: RecordLogCalls.Records(log: log), otherwise: .failure(.unavailable)
    ).get()
  }
}

extension Peer {
  /// Holds a record log for the peer.
  ///
  /// - Returns: What the peer knows it by.
  func hold(_ log: any RecordLog) -> Handle { logs.add(log) }

  /// The record logs held for the peer.
  private var logs: HandleTable<any RecordLog> {
    held.table { logs in
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
    }
  }
}
