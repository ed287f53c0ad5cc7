import Digests

/// A walk along the events in the order of their positions, computing each digest anew.
struct ChainWalk<Cursor: ChainCursor> {
  private let cursor: Cursor
  private let head: Head
  private let pinned: Head?

  /// The last event found right.
  private var reached: Int64 = 0
  /// Its digest.
  private var digest = Head.empty.digest
  /// Its place in its batch.
  private var last: (batch: Int64, stream: [UInt8], recordedAt: Int64)?
  /// Where something is wrong, if the walk has ended there.
  private var isBroken = false

  /// Prepares to walk from the first event to a head.
  ///
  /// - Parameter pinned: A head that was kept elsewhere and must lie on the way.
  init(along cursor: Cursor, to head: Head, passing pinned: Head?) {
    self.cursor = cursor
    self.head = head
    self.pinned = pinned
  }

  /// Walks.
  ///
  /// - Throws: The first ``Flaw``, or what keeps the walk from going on.
  mutating func run() throws {
    try checkPin()
    do {
      try cursor.scan(.min ... .max) { row in
        try step(to: row)
        return !isBroken
      }
      if isBroken {
        throw try ChainDiagnosis(along: cursor, after: reached, digest, to: head).flaw()
      }
    } catch {
      let next = reached + 1
      try cursor.flawing(.file, at: next, "The file cannot be read from position \(next) on") {
        throw error
      }
    }
    try checkEnd()
  }

  /// Takes one event, or notes that it is not the one that was recorded next.
  private mutating func step(to row: FoundRow) throws {
    let position = row.position
    guard position == reached + 1, position <= head.count else {
      isBroken = true
      return
    }
    let link = try cursor.flawing(
      .edited, at: position, "The event at position \(position) is not what was recorded there"
    ) {
      try row.link.get()
    }
    let event = link.event
    let computed = event.digest(after: digest)
    guard link.digest == computed.bytes else {
      isBroken = true
      return
    }
    reached = position
    digest = computed
    try checkBatch(of: event)
    try checkPin()
  }

  /// Checks that a batch is one append: side by side, in one stream, at one moment.
  private mutating func checkBatch(of event: EventRow) throws {
    let isFirst = event.batch == event.position
    let continues =
      last.map {
        $0.batch == event.batch && $0.stream == event.stream && $0.recordedAt == event.recordedAt
      } ?? false
    guard isFirst || continues else {
      throw Flaw(
        .order, at: event.position,
        "The event at position \(event.position) is said to belong to the batch that begins at position "
          + "\(event.batch), which it does not continue.")
    }
    last = (event.batch, event.stream, event.recordedAt)
  }

  /// Compares with the head that was kept elsewhere, where it belongs.
  private func checkPin() throws {
    guard let pinned, pinned.count == reached, pinned.digest != digest else { return }
    throw Flaw(
      .rewritten, at: reached,
      "The history up to position \(reached) is consistent, but it is not the one whose head was kept elsewhere: it was "
        + "written anew.")
  }

  /// Compares the end of the walk with the heads.
  private func checkEnd() throws {
    if reached < head.count {
      throw Flaw(
        .tail, at: reached + 1,
        "The file ends at position \(reached), and its head names \(head.count) events: those from position "
          + "\(reached + 1) on were removed.")
    }
    guard digest == head.digest else {
      throw Flaw(
        .head, at: reached,
        "The head names another event at position \(reached) than the one that is there.")
    }
    if let pinned, pinned.count > reached {
      throw Flaw(
        .tail, at: reached + 1,
        "The file ends at position \(reached), and the head that was kept elsewhere names \(pinned.count) events: those "
          + "from position \(reached + 1) on were removed.")
    }
  }
}
