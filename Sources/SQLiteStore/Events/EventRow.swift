import Digests
import EventSourcing
import StrictJSON

/// An event as it lies in the file: exactly the bytes that its digest covers.
struct EventRow: Equatable {
  /// The place in the order of all events.
  var position: Int64
  /// The name of the stream.
  var stream: [UInt8]
  /// The number in the stream.
  var version: Int64
  /// The identifier.
  var id: [UInt8]
  /// The stored type.
  var type: [UInt8]
  /// The schema of the payload.
  var schema: Int64
  /// The moment the writer gave.
  var recordedAt: Int64
  /// The payload as canonical JSON.
  var payload: [UInt8]
  /// The metadata as canonical JSON.
  var metadata: [UInt8]
  /// The position of the first event of the batch.
  var batch: Int64

  /// The columns of an event in the order of the properties.
  static let columns =
    "position, stream, version, id, type, schema, recorded_at, payload, metadata, batch"

  /// Prepares an event that has no place yet.
  ///
  /// - Throws: A ``UnwritableJSON`` if the payload cannot be written.
  init(
    _ event: NewEvent, in stream: StreamID, at: Timestamp
  ) throws(UnwritableJSON) {
    position = 0
    version = 0
    batch = 0
    self.stream = Array(stream.rawValue.canonicalForm.utf8)
    id = Array(event.id.rawValue.canonicalForm.utf8)
    type = Array(event.type.utf8)
    schema = Int64(event.schema)
    recordedAt = at.rawValue
    payload = try event.payload.canonicalBytes()
    metadata = try JSONValue.object(event.metadata.mapValues(JSONValue.string)).canonicalBytes()
  }

  /// Reads an event without judging what it holds.
  ///
  /// - Throws: `damaged` if a value has another type than the format demands.
  init(_ row: Row) throws(StoreFileError) {
    position = try row.integer(0)
    stream = try row.utf8(1)
    version = try row.integer(2)
    id = try row.utf8(3)
    type = try row.utf8(4)
    schema = try row.integer(5)
    recordedAt = try row.integer(6)
    payload = try row.utf8(7)
    metadata = try row.utf8(8)
    batch = try row.integer(9)
  }

  // MARK: - Writing

  /// Stores the event with its digest.
  func insert(into connection: Connection, _ digest: Digest) throws(StoreFileError) {
    try connection.run(
      "INSERT INTO event (\(Self.columns), digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      .integer(position), .utf8(stream), .integer(version), .utf8(id), .utf8(type),
      .integer(schema), .integer(recordedAt), .utf8(payload), .utf8(metadata), .integer(batch),
      .blob(digest.bytes))
  }

  // MARK: - The chain

  /// The event's digest: SHA-256 of the digest before it and of every field.
  ///
  /// **No two rows look alike.** Every field is preceded by its length in bytes, as 64 bits with the highest first;
  /// numbers are 64 bits, the highest first.
  func digest(after previous: Digest) -> Digest {
    var bytes = previous.bytes
    bytes.reserveCapacity(256 + payload.count + metadata.count)
    Self.append(position, to: &bytes)
    Self.append(stream, to: &bytes)
    Self.append(version, to: &bytes)
    Self.append(id, to: &bytes)
    Self.append(type, to: &bytes)
    Self.append(schema, to: &bytes)
    Self.append(recordedAt, to: &bytes)
    Self.append(payload, to: &bytes)
    Self.append(metadata, to: &bytes)
    Self.append(batch, to: &bytes)
    return Digest(of: bytes)
  }

  /// Appends a field of bytes.
  private static func append(_ field: [UInt8], to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt64(field.count).bigEndian) { bytes += $0 }
    bytes += field
  }

  /// Appends a field that is a number.
  private static func append(_ field: Int64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt64(MemoryLayout<Int64>.size).bigEndian) { bytes += $0 }
    withUnsafeBytes(of: field.bigEndian) { bytes += $0 }
  }
}
