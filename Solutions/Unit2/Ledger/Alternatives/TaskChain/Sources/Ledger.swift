import EventSourcing
import Synchronization

/// A ledger of tasks that each begin when the one before has ended; reads stand in the same line.
final class Ledger: LogBackedEventStore {
  /// The only durable memory.
  private let log: any RecordLog
  /// Everything else.
  private let state: Mutex<State>

  /// What changes.
  private struct State {
    var book: Book
    /// Whether the book must be made anew before it is used.
    var isStale = false
    /// The last task in line.
    var last: Task<Void, Never>?
    var waiters = Waiters()
  }

  /// Begins with what the log is known to hold.
  private init(_ book: Book, on log: any RecordLog) {
    self.log = log
    state = Mutex(State(book: book))
  }

  /// Opens a ledger over whatever the log holds.
  static func open(on log: any RecordLog) async throws(EventStoreError) -> Ledger {
    Ledger(try await Book(of: log), on: log)
  }

  /// Does something when everything before has been done.
  private func inLine<Value: Codable & Sendable>(
    _ body: @escaping @Sendable () async throws(EventStoreError) -> Value
  ) async throws(EventStoreError) -> Value {
    let task = state.withLock { state in
      let before = state.last
      let task = Task {
        await before?.value
        return await Outcome { () async throws(EventStoreError) in try await body() }
      }
      state.last = Task { _ = await task.value }
      return task
    }
    return try await task.value.get()
  }

  /// The book as it is, made anew if need be.
  private func currentBook() async throws(EventStoreError) -> Book {
    let (book, isStale) = state.withLock { ($0.book, $0.isStale) }
    guard isStale else { return book }
    let fresh = try await Book(of: log)
    state.withLock { $0.isStale = false }
    replaceBook(with: fresh)
    return fresh
  }

  /// Puts a longer book in place of the one before, and wakes whom that concerns.
  private func replaceBook(with book: Book) {
    let woken = state.withLock { state in
      state.book = book
      return state.waiters.takeAll(before: book.end)
    }
    for waiter in woken { waiter.resume() }
  }

  /// Appends a batch.
  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    try await inLine { [self] () async throws(EventStoreError) in
      var book = try await currentBook()
      let batch = Batch(stream: stream, events: events, recordedAt: at)
      if let receipt = try book.receipt(for: batch, expecting: expecting) { return receipt }
      do throws(StorageFault) {
        try await log.append(try batch.encoded())
      } catch {
        if error == .outcomeUnknown { state.withLock { $0.isStale = true } }
        throw .storage(error)
      }
      let receipt = book.enter(batch)
      replaceBook(with: book)
      return receipt
    }
  }

  /// Reads a part of a stream.
  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    try await inLine { [self] () async throws(EventStoreError) in
      try await currentBook().slice(of: stream, from: from, limit: limit)
    }
  }

  /// Reads a part of the feed.
  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    try await inLine { [self] () async throws(EventStoreError) in
      try await currentBook().page(after: after, limit: limit, types: types)
    }
  }

  /// Waits for an event after a position.
  func awaitEvents(after position: GlobalPosition) async {
    let number = state.withLock { $0.waiters.nextNumber() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        let isDone = state.withLock { state in
          if Task.isCancelled || state.book.end > position { return true }
          state.waiters.add(waiter, number: number, after: position)
          return false
        }
        if isDone { waiter.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.take(number) }?.resume()
    }
  }
}

extension Book {
  /// The book of a whole log.
  fileprivate init(of log: any RecordLog) async throws(EventStoreError) {
    self.init()
    do {
      for record in try await log.records() { enter(try Batch.decoded(from: record)) }
    } catch {
      throw .storage(error)
    }
  }
}
