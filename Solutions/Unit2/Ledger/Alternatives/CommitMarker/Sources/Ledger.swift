import EventSourcing
import Synchronization

/// A ledger that writes event by event and then a mark; it stops when it does not know where it is.
final class Ledger: LogBackedEventStore {
  /// The only durable memory.
  private let log: any RecordLog
  /// Lets one append in at a time.
  private let door = Door()
  /// Everything else.
  private let state: Mutex<State>

  /// What changes.
  private struct State {
    var journal: Journal
    var waiters = Waiters()
    var isLost = false
  }

  /// Begins with what the log is known to hold.
  private init(_ journal: Journal, on log: any RecordLog) {
    self.log = log
    state = Mutex(State(journal: journal))
  }

  /// Opens a ledger over whatever the log holds.
  static func open(on log: any RecordLog) async throws(EventStoreError) -> Ledger {
    var journal = Journal()
    do {
      for record in try await log.records() { journal.take(try Entry.decoded(from: record)) }
    } catch {
      throw .storage(error)
    }
    return Ledger(journal, on: log)
  }

  /// What is known, unless nothing is certain any more.
  private func journal() throws(EventStoreError) -> Journal {
    let (journal, isLost) = state.withLock { ($0.journal, $0.isLost) }
    if isLost { throw .storage(.outcomeUnknown) }
    return journal
  }

  /// Appends a batch.
  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    await door.enter()
    let outcome = await Outcome { () async throws(EventStoreError) in
      try await write(events, to: stream, expecting: expecting, at: at)
    }
    await door.leave()
    return try outcome.get()
  }

  /// Appends a batch while nobody else does.
  private func write(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    let journal = try journal()
    let ids = events.map(\.id)
    let version = journal.version(of: stream)
    if let receipt = journal.receipt(of: ids, in: stream) { return receipt }
    guard expecting.holds(for: version) else {
      throw .wrongExpectedVersion(expected: expecting, actual: version)
    }
    if let id = journal.reused(of: ids) { throw .eventIDReused(id) }
    if events.isEmpty { return AppendReceipt(version: version, position: .start) }
    for event in events { try await add(.event(event, stream, at)) }
    try await add(.commit(count: events.count))
    let (receipt, woken) = state.withLock { state in
      (
        AppendReceipt(version: state.journal.version(of: stream), position: state.journal.end),
        state.waiters.takeAll(before: state.journal.end)
      )
    }
    for waiter in woken { waiter.resume() }
    return receipt
  }

  /// Writes one record, then takes it in.
  private func add(_ entry: Entry) async throws(EventStoreError) {
    do {
      try await log.append(try entry.encoded())
    } catch {
      if error == .outcomeUnknown { state.withLock { $0.isLost = true } }
      throw .storage(error)
    }
    state.withLock { $0.journal.take(entry) }
  }

  /// Reads a part of a stream.
  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    let journal = try journal()
    let events = journal.events.filter { $0.stream == stream && $0.version >= from }
    return StreamSlice(events: Array(events.prefix(limit)), version: journal.version(of: stream))
  }

  /// Reads a part of the feed.
  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    let journal = try journal()
    var events: [RecordedEvent] = []
    var next = after
    for event in journal.events where event.position > after {
      if types?.contains(event.event.type) ?? true {
        if events.count == limit { return FeedPage(events: events, next: next, caughtUp: false) }
        events.append(event)
      }
      next = event.position
    }
    return FeedPage(events: events, next: next, caughtUp: true)
  }

  /// Waits for an event after a position.
  func awaitEvents(after position: GlobalPosition) async {
    let number = state.withLock { $0.waiters.nextNumber() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        let isDone = state.withLock { state in
          if Task.isCancelled || state.journal.end > position { return true }
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

extension ExpectedVersion {
  /// Whether a stream of a version is as expected.
  fileprivate func holds(for version: StreamVersion) -> Bool {
    switch self {
    case .any: true
    case .noStream: version == .empty
    case .streamExists: version != .empty
    case .exact(let expected): version == expected
    }
  }
}
