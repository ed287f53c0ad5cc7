package import Digests
package import EventSourcing
package import StrictJSON

/// An event as it lies in a store: exactly the bytes that its digest covers.
package struct EventRow: Hashable, Sendable {
  /// The place in the order of all events.
  package var position: Int64
  /// The name of the stream.
  package var stream: [UInt8]
  /// The number in the stream.
  package var version: Int64
  /// The identifier.
  package var id: [UInt8]
  /// The stored type.
  package var type: [UInt8]
  /// The schema of the payload.
  package var schema: Int64
  /// The moment the writer gave.
  package var recordedAt: Int64
  /// The payload as canonical JSON.
  package var payload: [UInt8]
  /// The metadata as canonical JSON.
  package var metadata: [UInt8]
  /// The position of the first event of the batch.
  package var batch: Int64

  /// Takes an event as a store found it, without judging what it holds.
  package init(
    position: Int64, stream: [UInt8], version: Int64, id: [UInt8], type: [UInt8], schema: Int64,
    recordedAt: Int64, payload: [UInt8], metadata: [UInt8], batch: Int64
  ) {
    self.position = position
    self.stream = stream
    self.version = version
    self.id = id
    self.type = type
    self.schema = schema
    self.recordedAt = recordedAt
    self.payload = payload
    self.metadata = metadata
    self.batch = batch
  }

  /// Prepares an event that has no place yet.
  ///
  /// - Throws: An ``UnwritableJSON`` if the payload cannot be written.
  package init(
    _ event: NewEvent, in stream: StreamID, at: Timestamp
  ) throws(UnwritableJSON) {
    self.init(
      position: 0, stream: Array(stream.rawValue.canonicalForm.utf8), version: 0,
      id: Array(event.id.rawValue.canonicalForm.utf8), type: Array(event.type.utf8),
      schema: Int64(event.schema), recordedAt: at.rawValue,
      payload: try event.payload.canonicalBytes(),
      metadata: try JSONValue.object(event.metadata.mapValues(JSONValue.string)).canonicalBytes(),
      batch: 0)
  }

  // MARK: - The chain

  /// The event's digest: SHA-256 of the digest before it and of every field.
  ///
  /// **No two rows look alike.** Every field is preceded by its length in bytes, as 64 bits with the highest first;
  /// numbers are 64 bits, the highest first.
  package func digest(after previous: Digest) -> Digest {
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
