import EventSourcing

/// The ledger of the Tarnholt Seed Vault: an event store over a record log.
///
/// The log remembers, the book knows: whatever is in the book was read from the log or written to it
/// before.
actor Ledger: LogBackedEventStore {
  /// The only durable memory.
  private let log: any RecordLog
  /// What is in the log, as far as is known.
  private var book: Book

  /// The number of the last wait.
  private var lastWait = 0
  /// Those who wait for an entry into the book, by number.
  private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]

  /// Begins with what the log is known to hold.
  private init(_ book: Book, on log: any RecordLog) {
    self.book = book
    self.log = log
  }

  /// Opens a ledger over whatever the log holds.
  static func open(on log: any RecordLog) async throws(EventStoreError) -> Ledger {
    Ledger(try await book(from: log), on: log)
  }

  /// Enters every batch of a log into a new book.
  private static func book(from log: any RecordLog) async throws(EventStoreError) -> Book {
    var book = Book()
    do {
      for record in try await log.records() { book.enter(try Batch.decoded(from: record)) }
    } catch {
      throw .storage(error)
    }
    return book
  }

  // MARK: - Writing

  /// Appends a batch.
  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    let batch = Batch(stream: stream, events: events, recordedAt: at)
    if let receipt = try book.receipt(for: batch, expecting: expecting) { return receipt }
    // TODO: Write the batch to the log, then enter it into the book. While the log writes, the actor
    // lets others in: what has been found out above must still be so when it has written. And what
    // if it does not say whether it has?
    throw .storage(.unavailable)
  }

  // MARK: - Reading

  /// Reads a part of a stream.
  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    book.slice(of: stream, from: from, limit: limit)
  }

  /// Reads a part of the feed.
  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    book.page(after: after, limit: limit, types: types)
  }

  // MARK: - Waiting

  /// Waits for an event after a position.
  func awaitEvents(after position: GlobalPosition) async {
    // TODO: Return at once if an event is there, else when there is one or the task is cancelled.
    // What is below helps you; who enters something into the book must do his part.
  }

  /// Waits for the next entry into the book, or the end of the task.
  private func nextEntry() async {
    lastWait += 1
    let wait = lastWait
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        // Who is cancelled before this is never called back.
        if Task.isCancelled { waiter.resume() } else { waiters[wait] = waiter }
      }
    } onCancel: {
      Task { await wake(wait) }
    }
  }

  /// Ends one wait.
  private func wake(_ wait: Int) {
    waiters.removeValue(forKey: wait)?.resume()
  }

  /// Ends every wait; each looks for itself whether its event is there.
  private func wakeAll() {
    for wait in waiters.keys { wake(wait) }
  }
}
