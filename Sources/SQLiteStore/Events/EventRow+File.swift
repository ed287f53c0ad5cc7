import EventChain
import EventSourcing

extension EventRow {
  /// The columns of an event in the order in which they are read.
  static let columns =
    "position, stream, version, id, type, schema, recorded_at, payload, metadata, batch"

  /// Reads an event without judging what it holds.
  ///
  /// - Throws: `damaged` if a value has another type than the format demands.
  init(_ row: Row) throws(StoreFileError) {
    self.init(
      position: try row.integer(0), stream: try row.utf8(1), version: try row.integer(2),
      id: try row.utf8(3), type: try row.utf8(4), schema: try row.integer(5),
      recordedAt: try row.integer(6), payload: try row.utf8(7), metadata: try row.utf8(8),
      batch: try row.integer(9))
  }
}

extension RecordedEvent {
  /// Reads an event whose columns are those of an ``/EventChain/EventRow``.
  ///
  /// - Throws: `damaged` if a value has another type than the format demands, or is no JSON.
  init(_ row: Row, in path: String) throws(StoreFileError) {
    let event = try EventRow(row)
    do throws(UnreadableRow) { self = try RecordedEvent(event) } catch {
      throw StoreFileError(path, .damaged(error.clause))
    }
  }
}

extension ChainLink {
  /// Stores the event with its digest.
  func insert(into connection: Connection) throws(StoreFileError) {
    try connection.run(
      "INSERT INTO event (\(EventRow.columns), digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      .integer(event.position), .utf8(event.stream), .integer(event.version), .utf8(event.id),
      .utf8(event.type), .integer(event.schema), .integer(event.recordedAt), .utf8(event.payload),
      .utf8(event.metadata), .integer(event.batch), .blob(digest))
  }
}
