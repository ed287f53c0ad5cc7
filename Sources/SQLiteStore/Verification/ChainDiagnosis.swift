import Digests

/// Finds words for the place at which the chain of digests breaks.
///
/// **It only names what was found broken already**, so a wrong guess costs a word and never the finding.
struct ChainDiagnosis {
  private let connection: Connection
  /// The last right event.
  private let reached: Int64
  /// Its digest.
  private let digest: Digest
  private let head: Head

  /// Begins where the last right event was.
  init(in connection: Connection, after reached: Int64, _ digest: Digest, to head: Head) {
    self.connection = connection
    self.reached = reached
    self.digest = digest
    self.head = head
  }

  /// A row with its digest, as it stands in the file.
  private typealias Sealed = (event: EventRow, digest: [UInt8])

  /// The position at which the chain breaks.
  private var place: Int64 { reached + 1 }

  /// Names what is wrong.
  func flaw() throws -> Flaw {
    if let below = try first("position < 1", []) {
      return Flaw(
        .foreign, at: below.event.position,
        "There is \(below.event.words), a position at which nothing is ever recorded.")
    }
    // Without a row nothing has gone wrong that could be named; the end of the walk will tell.
    guard let next = try first("position >= ?", [.integer(place)]) else {
      return Flaw(.tail, at: place, "The events from position \(place) on are missing.")
    }
    if place > head.count {
      return Flaw(
        .foreign, at: next.event.position,
        "There is \(next.event.words), after the last event that was recorded, at position "
          + "\(head.count).")
    }
    if let moved = try wanderer() {
      return Flaw(
        .moved, at: place,
        "The event that was recorded at position \(place) now stands at position \(moved.position): it is "
          + "\(moved.name).")
    }
    if next.event.position > place {
      return Flaw(
        .missing, at: place,
        "The event at position \(place) is missing; the next one is \(next.event.words).")
    }
    return try flaw(of: next)
  }

  /// Names what is wrong with the row that is in the place.
  private func flaw(of row: Sealed) throws -> Flaw {
    if let twin = try twin(of: row) {
      return Flaw(
        .duplicated, at: place,
        "\(row.event.subject) repeats the one at position \(twin), which has the same identifier or number."
      )
    }
    if try isFollowedOneLater(row) {
      return Flaw(
        .missing, at: place,
        "The event at position \(place) was removed: what stands there, \(row.event.name), was recorded at position "
          + "\(place + 1).")
    }
    return Flaw(
      .edited, at: place,
      "\(row.event.subject) is not what was recorded there: its content, its place or its digest was changed."
    )
  }

  /// Looks everywhere for the event that was recorded in the place.
  private func wanderer() throws -> EventRow? {
    var found: EventRow?
    try scan("position <> ?", [.integer(place)]) { row in
      var event = row.event
      event.position = place
      guard event.digest(after: digest).bytes == row.digest else { return true }
      found = row.event
      return false
    }
    return found
  }

  /// Whether the row after this one was recorded one position later, right after this one.
  private func isFollowedOneLater(_ row: Sealed) throws -> Bool {
    guard var next = try first("position = ?", [.integer(place + 1)]),
      let previous = Digest(bytes: row.digest)
    else { return false }
    next.event.position += 1
    return next.event.digest(after: previous).bytes == next.digest
  }

  /// The place of another event with the same identifier, or the same number in the same stream.
  private func twin(of row: Sealed) throws -> Int64? {
    var twin: Int64?
    // Not through an index, which may have been made to say anything.
    try scan("position < ?", [.integer(place)]) { other in
      let isTwin =
        other.event.id == row.event.id
        || other.event.stream == row.event.stream && other.event.version == row.event.version
      if isTwin { twin = other.event.position }
      return !isTwin
    }
    return twin
  }

  // MARK: - Rows

  /// The first row of which something holds.
  private func first(_ condition: String, _ values: [SQLValue]) throws -> Sealed? {
    var found: Sealed?
    try scan(condition, values) { row in
      found = row
      return false
    }
    return found
  }

  /// Passes on the rows of which something holds; those that cannot be read are passed over.
  private func scan(
    _ condition: String, _ values: [SQLValue], body: (Sealed) throws -> Bool
  ) throws {
    try connection.scan(
      """
      SELECT \(EventRow.columns), digest FROM event NOT INDEXED WHERE \(condition)
      ORDER BY position
      """, values
    ) { row in
      guard let event = try? EventRow(row), let digest = try? row.blob(10) else { return true }
      return try body((event, digest))
    }
  }
}

extension EventRow {
  /// What the event is, for sentences.
  fileprivate var name: String {
    "version \(version) of the stream \"\(String(decoding: stream.prefix(200), as: UTF8.self))\""
  }

  /// The same with its position.
  fileprivate var words: String { "\(name) at position \(position)" }

  /// The same as the beginning of a sentence.
  fileprivate var subject: String { "The event at position \(position), \(name)," }
}
