import EventSourcing
import SuiteSupport
import Synchronization

/// A store under check, with what it was asked and what it must hold by now.
final class StoreSession<Bench: StoreBench>: Sendable {
  /// The store.
  let store: any EventStore
  /// What lies below it.
  let medium: Bench.Medium
  private let bench: Bench
  private let state: Mutex<State>

  private struct State {
    /// What happened so far, a line each.
    var given: [String] = []
    /// What must be stored, in commit order, without positions.
    var stored: [RecordedEvent] = []
    /// The positions seen so far, which must never change.
    var positions: [GlobalPosition] = []
    /// The positions that receipts named, by index of the event.
    var receipts: [Int: GlobalPosition] = [:]
    /// Streams that were used without success.
    var others: Set<StreamID> = []
  }

  /// Begins with a store that holds nothing.
  convenience init(_ store: any EventStore, over medium: Bench.Medium, of bench: Bench) {
    self.init(store, over: medium, of: bench, State())
  }

  private init(
    _ store: any EventStore, over medium: Bench.Medium, of bench: Bench, _ state: State
  ) {
    self.store = store
    self.medium = medium
    self.bench = bench
    self.state = Mutex(state)
  }

  /// What happened so far, for reports.
  var given: [String] { state.withLock { $0.given } }

  /// How many events must be stored.
  var count: Int { state.withLock { $0.stored.count } }

  /// The version that a stream must have.
  func version(of stream: StreamID) -> StreamVersion {
    state.withLock { state in
      StreamVersion(rawValue: state.stored.count { $0.stream == stream })
    }
  }

  /// Notes something that happened.
  func note(_ line: String) {
    state.withLock { $0.given.append(line) }
  }

  /// Goes on with another store over the same medium, as after a crash.
  func reopened() async throws -> StoreSession {
    note("the process ended and the store was opened again")
    return StoreSession(
      try await opening { try await bench.reopen(medium) }, over: medium, of: bench,
      state.withLock { $0 })
  }

  /// Goes on with another store in the same process, over the same medium.
  func openedAgain() async throws -> StoreSession {
    note("the store was opened again")
    return StoreSession(
      try await opening { try await bench.open(medium) }, over: medium, of: bench,
      state.withLock { $0 })
  }

  /// Opens a store, which must succeed.
  private func opening(
    _ open: () async throws -> any EventStore
  ) async throws -> any EventStore {
    do { return try await open() } catch let error as EventStoreError {
      try fail(expected: "a store", got: error, given: given, when: "the store is opened again")
    }
  }

  /// Gives the store the chance to get on with everything it was asked.
  func settle() async {
    await bench.settle(store)
  }

  // MARK: - Appending

  /// Appends, and notes what came of it but not what must be stored now.
  func attempt(_ batch: Batch) async -> Outcome<AppendReceipt, EventStoreError> {
    let outcome = await Outcome { () async throws(EventStoreError) in
      try await store.append(
        batch.events, to: batch.stream, expecting: batch.expecting, at: batch.at)
    }
    let end =
      switch outcome {
      case .success(let receipt): "version \(receipt.version.rawValue)"
      case .failure(let error): "\(describe(error))"
      }
    state.withLock { state in
      state.given.append("append \(batch.summary) → \(end)")
      state.others.insert(batch.stream)
    }
    return outcome
  }

  /// Appends, which must succeed, with the right version.
  @discardableResult
  func append(_ batch: Batch) async throws -> AppendReceipt {
    let before = given
    let outcome = await attempt(batch)
    return try accept(outcome, of: batch, given: before)
  }

  /// Checks that an append succeeded with the right version, and notes what must be stored now.
  @discardableResult
  func accept(
    _ outcome: Outcome<AppendReceipt, EventStoreError>, of batch: Batch, given: [String]? = nil
  ) throws -> AppendReceipt {
    let version = StreamVersion(rawValue: version(of: batch.stream).rawValue + batch.events.count)
    guard case .success(let receipt) = outcome, receipt.version == version else {
      try fail(
        expected: "a receipt with version \(version.rawValue)", got: outcome.shown,
        given: given ?? self.given, when: "append \(batch.summary)")
    }
    store(batch, receipt)
    return receipt
  }

  /// Notes that a batch must be stored now.
  func store(_ batch: Batch, _ receipt: AppendReceipt?) {
    state.withLock { state in
      var version = state.stored.count { $0.stream == batch.stream }
      for event in batch.events {
        version += 1
        state.stored.append(
          RecordedEvent(
            event: event, stream: batch.stream, version: StreamVersion(rawValue: version),
            position: .start, recordedAt: batch.at))
      }
      if let receipt, !batch.events.isEmpty {
        state.receipts[state.stored.count - 1] = receipt.position
      }
    }
  }

  /// Appends, which must be refused with this error.
  func append(_ batch: Batch, isRefused error: EventStoreError) async throws {
    try await append(batch, isRefused: describe(error)) { $0 == error }
  }

  /// Appends, which must be refused with such an error.
  func append(
    _ batch: Batch, isRefused expected: String, _ isRight: (EventStoreError) -> Bool
  ) async throws {
    let before = given
    let outcome = await attempt(batch)
    let holds = if case .failure(let error) = outcome { isRight(error) } else { false }
    try check(
      holds, expected: expected, got: outcome.shown, given: before, when: "append \(batch.summary)")
  }

  // MARK: - Looking

  /// Checks that the streams and the feed hold what they must, and nothing else.
  ///
  /// - Returns: Every event, in commit order.
  @discardableResult
  func checkContents() async throws -> [RecordedEvent] {
    let state = state.withLock { $0 }
    let page = try await answer("the feed is read from the beginning") {
      () async throws(EventStoreError) in
      try await store.page(after: .start, limit: state.stored.count + 5, types: nil)
    }
    let when = "the feed is read from the beginning"
    try check(
      page.events.map(\.unplaced), equals: state.stored, given: state.given, when: when)
    try checkPositions(of: page.events, state, when: when)
    try check(
      page.caughtUp && page.next == page.events.last?.position ?? .start,
      expected: "caught up, with the position of the last event as next", got: page,
      given: state.given, when: when)
    for stream in state.others.union(state.stored.map(\.stream)).sorted() {
      let expected = page.events.filter { $0.stream == stream }
      try await checkStream(stream, equals: expected, given: state.given)
    }
    self.state.withLock { $0.positions = page.events.map(\.position) }
    return page.events
  }

  /// Checks that a stream holds these events.
  private func checkStream(
    _ stream: StreamID, equals events: [RecordedEvent], given: [String]
  ) async throws {
    let slice = try await read(stream, limit: events.count + 5)
    try check(
      slice.events, equals: events, given: given, when: "the stream \"\(stream)\" is read")
    try check(
      slice.version.rawValue, equals: events.count, given: given,
      when: "the version of the stream \"\(stream)\" is read")
  }

  /// Checks that positions increase, agree with receipts and are what they were.
  private func checkPositions(
    of events: [RecordedEvent], _ state: State, when: String
  ) throws {
    let positions = events.map(\.position)
    try check(
      zip([.start] + positions, positions).allSatisfy { $0 < $1 },
      expected: "positions that strictly increase from above the start",
      got: positions.map(\.rawValue), given: state.given, when: when)
    try check(
      Array(positions.prefix(state.positions.count)), equals: state.positions, given: state.given,
      when: "\(when), the positions of events seen before")
    for (index, position) in state.receipts.sorted(by: { $0.key < $1.key }) {
      try check(
        positions[index], equals: position, given: state.given,
        when: "\(when), the position of \(events[index].event.id) being the one of its receipt")
    }
  }

  /// Reads a stream, which must succeed.
  func read(
    _ stream: StreamID, from: StreamVersion = 1, limit: Int
  ) async throws -> StreamSlice {
    try await answer("the stream \"\(stream)\" is read") { () async throws(EventStoreError) in
      try await store.read(stream, from: from, limit: limit)
    }
  }

  /// Reads a page, which must succeed.
  func page(
    after: GlobalPosition, limit: Int, types: Set<String>? = nil
  ) async throws -> FeedPage {
    try await answer("a page of the feed is read") { () async throws(EventStoreError) in
      try await store.page(after: after, limit: limit, types: types)
    }
  }

  /// What a store answers, which must not be an error.
  private func answer<Value: Codable & Sendable>(
    _ when: String, _ body: () async throws(EventStoreError) -> Value
  ) async throws -> Value {
    do { return try await body() } catch {
      try fail(expected: "an answer", got: error, given: given, when: when)
    }
  }
}

extension RecordedEvent {
  /// The event without its position, which is the store's own choice.
  var unplaced: RecordedEvent {
    var event = self
    event.position = .start
    return event
  }
}

extension GlobalPosition {
  /// A position some way after this one, if there is any: stores choose positions as they like.
  var beyond: GlobalPosition {
    let (sum, isTooLarge) = rawValue.addingReportingOverflow(1_000)
    return GlobalPosition(rawValue: isTooLarge ? .max : sum)
  }
}

extension Outcome {
  /// The value or the error, for reports.
  var shown: Any {
    switch self {
    case .success(let value): value
    case .failure(let error): error
    }
  }
}
