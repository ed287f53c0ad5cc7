package import EventChain
package import EventSourcing

/// The event store of a gradebook: a file that many processes may use at once.
///
/// **Nothing recorded is lost or silently changed.** An append returns when its events are on the disk; every event
/// carries a digest over itself and everything before it, which ``verify(at:expecting:patience:)`` checks.
///
/// **Positions have no gaps here.** The first event of the file has position 1, the n-th has n.
///
/// **Reading waits for nobody**; writing waits for other writers, on a thread of its own, for as long as was agreed.
///
/// **A fault is thrown as `EventStore` demands, and `StoreFaults` has the words.** What a `StorageFault` cannot say,
/// such as which file and that the disk is full, is a ``StoreFileError`` there for whoever reports it.
///
/// **Identifiers are kept in Unicode's form NFC**, so that what is equal to Swift is equal to the file. They come back
/// equal to what was given, not always byte for byte.
package final class SQLiteEventStore: EventStore {
  /// How long at most an event of another process goes unnoticed by who waits for it.
  private static let pollInterval: Duration = .milliseconds(50)

  /// The path of the file.
  package let path: String
  private let reader: SerialConnection
  private let writer: SerialConnection?
  private let waiters = Waiters()

  // MARK: - Opening

  /// Uses connections to one file.
  init(path: String, reader: SerialConnection, writer: SerialConnection?) {
    self.path = path
    self.reader = reader
    self.writer = writer
  }

  /// Creates a gradebook without any event, and opens it.
  ///
  /// - Throws: What ``StoreFile/create(at:)`` throws; nothing is overwritten.
  package static func create(at path: String) throws(StoreFileError) -> SQLiteEventStore {
    try StoreFile.create(at: path)
    return try open(at: path)
  }

  /// Opens the events of a gradebook that exists, as ``StoreFile/open(at:mode:patience:)`` does.
  package static func open(
    at path: String, mode: StoreFile.Mode = .readWrite, patience: Duration = StoreFile.patience
  ) throws(StoreFileError) -> SQLiteEventStore {
    try StoreFile.open(at: path, mode: mode, patience: patience).events
  }

  // MARK: - Appending

  /// Appends a batch in one transaction.
  package func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    guard let writer else {
      StoreFaults.note(StoreFileError(path, .notPermitted("it was opened for reading only")))
      throw .storage(.unavailable)
    }
    let batch = NewBatch(events: events, stream: stream, expecting: expecting, at: at)
    do {
      let receipt = try await writer.run { try batch.append(to: $0) }
      waiters.wakeAll()
      return receipt
    } catch let error as EventStoreError {
      throw error
    } catch {
      let failure = error as? TransactionFailure
      StoreFaults.note(StoreFile.cause(of: error, path))
      // What comes from outside a transaction has written nothing.
      throw .storage(failure?.fault ?? .notWritten)
    }
  }

  // MARK: - Reading

  /// Reads a part of a stream.
  package func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    try reading { connection in
      let stream = stream.rawValue.canonicalForm
      let version = try Self.version(of: stream, in: connection)
      var events: [RecordedEvent] = []
      // Events never change, so what was committed since the version was read is all there is to keep out.
      try connection.scan(
        """
        SELECT \(EventRow.columns) FROM event WHERE stream = ? AND version >= ? AND version <= ?
        ORDER BY version LIMIT ?
        """,
        [
          .text(stream), .integer(Int64(from.rawValue)), .integer(version),
          .integer(Int64(max(0, limit))),
        ]
      ) { row in
        events.append(try RecordedEvent(row, in: self.path))
        return true
      }
      return StreamSlice(events: events, version: StreamVersion(rawValue: Int(version)))
    }
  }

  /// Reads a part of the feed.
  package func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    try reading { connection in
      var page = FeedPage(events: [], next: after, caughtUp: true)
      try connection.scan(
        "SELECT \(EventRow.columns) FROM event WHERE position > ? ORDER BY position",
        [.integer(after.rawValue)]
      ) { row in
        let position = GlobalPosition(rawValue: try row.integer(0))
        if try types.map({ $0.contains(try row.text(4)) }) ?? true {
          // One more than asked for: the page ends just before it, and skipped events are never looked at again.
          guard page.events.count < limit else {
            page.caughtUp = false
            return false
          }
          page.events.append(try RecordedEvent(row, in: self.path))
        }
        page.next = position
        return true
      }
      return page
    }
  }

  /// The number of events in a stream.
  ///
  /// - Throws: `damaged` if it is a number that no stream of ours has; others can be added to without a thought.
  static func version(of stream: String, in connection: Connection) throws -> Int64 {
    let version =
      try connection.first(
        "SELECT version FROM event WHERE stream = ? ORDER BY version DESC LIMIT 1", .text(stream)
      ) { row in
        try row.integer(0)
      } ?? 0
    guard (0...Head.largestCount).contains(version) else {
      throw StoreFileError(
        connection.path, .damaged("the stream \"\(stream)\" has the version \(version)"))
    }
    return version
  }

  /// Reads something, on the caller's thread.
  private func reading<Result: Sendable>(
    _ body: @Sendable (Connection) throws -> Result
  ) throws(EventStoreError) -> Result {
    do {
      return try reader.runHere(body)
    } catch {
      StoreFaults.note(StoreFile.cause(of: error, path))
      throw .storage(.unavailable)
    }
  }

  // MARK: - Waiting

  /// Waits for an event after a position, of this process or another.
  ///
  /// While the file cannot be read, nobody can say that there is an event, so the wait goes on.
  package func awaitEvents(after position: GlobalPosition) async {
    while !Task.isCancelled {
      let changes = waiters.changes
      let last = try? reading { connection in
        try connection.first("SELECT position FROM event ORDER BY position DESC LIMIT 1") {
          try $0.integer(0)
        }
      }
      if let last, last > position.rawValue { return }
      await waiters.wait(since: changes, atMost: Self.pollInterval)
    }
  }

  // MARK: - The chain

  /// The end of the chain of digests as the file states it, to be kept elsewhere.
  ///
  /// - Throws: What is wrong with the file.
  package func head() throws(StoreFileError) -> Head {
    do {
      return try reader.runHere { try Head(in: $0) }
    } catch {
      throw StoreFile.cause(of: error, path)
    }
  }
}
