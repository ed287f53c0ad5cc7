import Digests
import EventChain
import EventSourcing
import StrictJSON

/// A batch on its way into a file.
struct NewBatch: Sendable {
  /// The events, oldest first.
  let events: [NewEvent]
  /// The stream to extend.
  let stream: StreamID
  /// What must be true of the stream.
  let expecting: ExpectedVersion
  /// The moment to keep.
  let at: Timestamp

  /// Appends the batch in a transaction of its own.
  ///
  /// - Throws: `EventStoreError` if it is refused; ``TransactionFailure`` if the file fails.
  func append(to connection: Connection) throws -> AppendReceipt {
    let name = stream.rawValue.canonicalForm
    guard !events.isEmpty else {
      let version = try SQLiteEventStore.version(of: name, in: connection)
      return AppendReceipt(version: StreamVersion(rawValue: Int(version)), position: .start)
    }
    let rows = try rows(for: connection.path)
    return try connection.transaction(.immediate) {
      if let receipt = try earlierReceipt(name, in: connection) { return receipt }
      let version = try SQLiteEventStore.version(of: name, in: connection)
      let actual = StreamVersion(rawValue: Int(version))
      guard expecting.holds(for: actual) else {
        throw EventStoreError.wrongExpectedVersion(expected: expecting, actual: actual)
      }
      let end = try insert(rows, after: version, in: connection)
      return AppendReceipt(
        version: StreamVersion(rawValue: Int(version) + rows.count),
        position: GlobalPosition(rawValue: end))
    }
  }

  /// The events as rows without a place.
  private func rows(for path: String) throws(StoreFileError) -> [EventRow] {
    var rows: [EventRow] = []
    for event in events {
      do throws(UnwritableJSON) {
        rows.append(try EventRow(event, in: stream, at: at))
      } catch {
        throw StoreFileError(path, .unstorable("the event \(event.id): \(error)"))
      }
    }
    return rows
  }

  /// Looks for the batch's identifiers in the file.
  ///
  /// - Returns: The receipt of the same batch, or nil if all identifiers are new.
  /// - Throws: `eventIDReused` if any of them was used for anything else.
  private func earlierReceipt(_ stream: String, in connection: Connection) throws -> AppendReceipt?
  {
    let ids = events.map { $0.id.rawValue.canonicalForm }
    var seen: Set<String> = []
    for (event, id) in zip(events, ids) {
      let batch = try connection.first("SELECT batch FROM event WHERE id = ?", .text(id)) {
        try $0.integer(0)
      }
      if let batch {
        if let receipt = try receipt(of: batch, ifIn: stream, ids, in: connection) {
          return receipt
        }
        throw EventStoreError.eventIDReused(event.id)
      }
      if !seen.insert(id).inserted { throw EventStoreError.eventIDReused(event.id) }
    }
    return nil
  }

  /// The receipt of an earlier batch, if its stream and identifiers are these.
  private func receipt(
    of batch: Int64, ifIn stream: String, _ ids: [String], in connection: Connection
  ) throws -> AppendReceipt? {
    var receipt = AppendReceipt(version: .empty, position: .start)
    var earlier: [String] = []
    var isSame = true
    try connection.scan(
      "SELECT position, stream, version, id, batch FROM event WHERE position >= ? ORDER BY position",
      [.integer(batch)]
    ) { row in
      guard try row.integer(4) == batch else { return false }
      earlier.append(try row.text(3))
      isSame = try row.text(1) == stream && earlier.count <= ids.count
      receipt = AppendReceipt(
        version: StreamVersion(rawValue: Int(try row.integer(2))),
        position: GlobalPosition(rawValue: try row.integer(0)))
      return isSame
    }
    return isSame && earlier == ids ? receipt : nil
  }

  /// Gives each row its place and its digest, and stores all with the new head.
  ///
  /// - Returns: The position of the last.
  private func insert(
    _ rows: [EventRow], after version: Int64, in connection: Connection
  ) throws -> Int64 {
    let head = try Head(in: connection)
    try checkEnd(head, in: connection)
    let (links, end) = head.extended(by: rows, after: version)
    for link in links { try link.insert(into: connection) }
    try end.update(in: connection)
    return end.count
  }

  /// Refuses to go on after a chain whose end is not where the head says.
  private func checkEnd(_ head: Head, in connection: Connection) throws {
    let last = try connection.first(
      "SELECT position, digest FROM event ORDER BY position DESC LIMIT 1"
    ) { row in
      (position: try row.integer(0), digest: try row.blob(1))
    }
    guard (last?.position ?? 0) == head.count, last.map({ $0.digest == head.digest.bytes }) ?? true
    else {
      throw StoreFileError(
        connection.path, .damaged("its last event is not the one that its head names"))
    }
  }
}
