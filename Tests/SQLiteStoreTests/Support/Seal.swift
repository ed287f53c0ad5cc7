import Digests

/// The chain of digests, computed a second time from what the format says: what a forger can do who knows it.
struct Seal {
  /// The digest before the first event.
  static let beginning = Digest(of: Array("gradebook, format 1".utf8))

  /// Appends a field and its length.
  private static func append(_ field: [UInt8], to bytes: inout [UInt8]) {
    bytes += stride(from: 56, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: field.count >> $0)
    }
    bytes += field
  }

  /// The digest of a row of the columns of an event, in the order of the table and without its digest.
  static func digest(of row: [RawDatabase.Value], after previous: Digest) -> Digest {
    var bytes = previous.bytes
    for value in row {
      if case .integer(let number) = value {
        append(
          stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) },
          to: &bytes)
      } else {
        append(value.bytes, to: &bytes)
      }
    }
    return Digest(of: bytes)
  }

  /// The digests that the rows of a file should have, in order.
  static func digests(of raw: RawDatabase) throws -> [Digest] {
    var digest = beginning
    return try raw.rows(
      """
      SELECT position, stream, version, id, type, schema, recorded_at, payload, metadata, batch
      FROM event ORDER BY position
      """
    ).map { row in
      digest = Self.digest(of: row, after: digest)
      return digest
    }
  }

  /// Gives all rows the digests they should have, and the head too.
  static func forge(_ raw: RawDatabase) throws {
    let digests = try digests(of: raw)
    for (index, digest) in digests.enumerated() {
      try raw.rows(
        "UPDATE event SET digest = ? WHERE position = ?", .blob(digest.bytes),
        .integer(Int64(index + 1)))
    }
    try raw.rows(
      "UPDATE head SET count = ?, digest = ?", .integer(Int64(digests.count)),
      .blob((digests.last ?? beginning).bytes))
  }
}
