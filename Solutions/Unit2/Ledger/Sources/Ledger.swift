import EventSourcing

/// The ledger of the Tarnholt Seed Vault: an event store over a record log.
///
/// An actor lets others in wherever it waits, so appends take turns: between the look at the book
/// and the entry into it lies a write that takes its time.
actor Ledger: LogBackedEventStore {
  /// The only durable memory.
  private let log: any RecordLog
  /// What is in the log, as far as is known.
  private var book: Book
  /// Whether the log may hold more than the book.
  private var isUncertain = false

  /// Whether an append is under way.
  private var isBusy = false
  /// The appends that wait for their turn, in order.
  private var queue: [CheckedContinuation<Void, Never>] = []

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

  /// Appends a batch, one at a time.
  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    await takeTurn()
    defer { passTurn() }
    if isUncertain { try await lookAgain() }
    let batch = Batch(stream: stream, events: events, recordedAt: at)
    if let receipt = try book.receipt(for: batch, expecting: expecting) { return receipt }
    do {
      try await log.append(try batch.encoded())
    } catch {
      isUncertain = error == .outcomeUnknown
      throw .storage(error)
    }
    let receipt = book.enter(batch)
    wakeAll()
    return receipt
  }

  /// Finds out what became of an append whose outcome is unknown.
  private func lookAgain() async throws(EventStoreError) {
    book = try await Self.book(from: log)
    isUncertain = false
    wakeAll()
  }

  /// Waits until no append is under way.
  private func takeTurn() async {
    guard isBusy else {
      isBusy = true
      return
    }
    await withCheckedContinuation { queue.append($0) }
  }

  /// Lets the next append in; the ledger stays busy in between.
  private func passTurn() {
    if queue.isEmpty { isBusy = false } else { queue.removeFirst().resume() }
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
    while book.end <= position && !Task.isCancelled { await nextEntry() }
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
