import Digests

/// Finds words for the place at which the chain of digests breaks.
///
/// **It only names what was found broken already**, so a wrong guess costs a word and never the finding.
struct ChainDiagnosis<Cursor: ChainCursor> {
  private let cursor: Cursor
  /// The last right event.
  private let reached: Int64
  /// Its digest.
  private let digest: Digest
  private let head: Head

  /// Begins where the last right event was.
  init(along cursor: Cursor, after reached: Int64, _ digest: Digest, to head: Head) {
    self.cursor = cursor
    self.reached = reached
    self.digest = digest
    self.head = head
  }

  /// The position at which the chain breaks.
  private var place: Int64 { reached + 1 }

  /// Names what is wrong.
  func flaw() throws -> Flaw {
    if let below = try first(at: .min...0) {
      return Flaw(
        .foreign, at: below.event.position,
        "There is \(below.event.words), a position at which nothing is ever recorded.")
    }
    // Without a row nothing has gone wrong that could be named; the end of the walk will tell.
    guard let next = try first(at: place ... .max) else {
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
  private func flaw(of row: ChainLink) throws -> Flaw {
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
    for positions in [.min...place - 1, place + 1 ... .max] {
      let found = try first(at: positions) { row in
        var event = row.event
        event.position = place
        return event.digest(after: digest).bytes == row.digest
      }
      if let found { return found.event }
    }
    return nil
  }

  /// Whether the row after this one was recorded one position later, right after this one.
  private func isFollowedOneLater(_ row: ChainLink) throws -> Bool {
    guard var next = try first(at: place + 1...place + 1),
      let previous = Digest(bytes: row.digest)
    else { return false }
    next.event.position += 1
    return next.event.digest(after: previous).bytes == next.digest
  }

  /// The place of another event with the same identifier, or the same number in the same stream.
  private func twin(of row: ChainLink) throws -> Int64? {
    try first(at: .min...place - 1) { other in
      other.event.id == row.event.id
        || other.event.stream == row.event.stream && other.event.version == row.event.version
    }?.event.position
  }

  // MARK: - Rows

  /// The first row at some positions of which something holds; those that cannot be read are passed over.
  private func first(
    at positions: ClosedRange<Int64>, where holds: (ChainLink) -> Bool = { _ in true }
  ) throws -> ChainLink? {
    var found: ChainLink?
    try cursor.scan(positions) { row in
      guard let link = try? row.link.get(), holds(link) else { return true }
      found = link
      return false
    }
    return found
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
