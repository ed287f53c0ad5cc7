import EventSourcing
import SuiteSupport

extension StoreBench {
  /// Checks that of several writers who expect the same version one wins.
  package func checkOneWinner() async throws {
    let session = try await begin()
    try await session.append(Batch("a", "b", to: "lot-1"))
    for round in 1...2 {
      let batches = Self.rivals(round: round, in: session)
      var appends: [Append] = []
      for batch in batches { appends.append(await issue { await session.attempt(batch) }) }
      try await checkOneWinner(of: batches, appends, in: session)
    }
  }

  /// Batches of which one can win.
  fileprivate static func rivals(round: Int, in session: StoreSession<Self>) -> [Batch] {
    (1...4).map { rival in
      Batch(
        ids: [1, 2].map { EventID(rawValue: "round \(round), rival \(rival), \($0)") },
        to: "lot-1", expecting: .exact(session.version(of: "lot-1")))
    }
  }

  /// Checks that one of some appends succeeded and the others conflict.
  fileprivate func checkOneWinner(
    of batches: [Batch], _ appends: [Append], in session: StoreSession<Self>
  ) async throws {
    let expected = session.version(of: "lot-1")
    let actual = StreamVersion(rawValue: expected.rawValue + 2)
    var outcomes: [Outcome<AppendReceipt, EventStoreError>] = []
    for append in appends { outcomes.append(await append.value) }
    let winners = zip(batches, outcomes).filter { if case .success = $0.1 { true } else { false } }
    let when =
      "\(batches.count) writers append at once, each expecting .exact(\(expected.rawValue))"
    try check(
      winners.count == 1, expected: "one of them succeeds", got: "\(winners.count) succeed",
      given: session.given, when: when)
    try session.accept(winners[0].1, of: winners[0].0)
    for case .failure(let error) in outcomes {
      try check(
        error, equals: .wrongExpectedVersion(expected: .exact(expected), actual: actual),
        given: session.given, when: "\(when), for one who loses")
    }
    try await session.checkContents()
  }

  /// Checks that writers who expect nothing all succeed.
  package func checkEveryoneSucceeds() async throws {
    let session = try await begin()
    try await session.append(Batch("a", to: "lot-1"))
    var writers: [Task<[Written], Never>] = []
    for writer in 1...3 { writers.append(await issue { await write(writer, in: session) }) }
    try await checkEveryoneSucceeded(writers, in: session)
  }

  /// Appends one batch after another, and again where the log did not take it.
  fileprivate func write(_ writer: Int, in session: StoreSession<Self>) async -> [Written] {
    var written: [Written] = []
    for number in 1...4 {
      let ids = (0..<(1 + number % 2)).map {
        EventID(rawValue: "writer \(writer), batch \(number), \($0)")
      }
      let batch = Batch(ids: ids, to: "lot-1")
      var outcome = await session.attempt(batch)
      for _ in 1...2 {
        if case .failure(.storage(.notWritten)) = outcome {
          outcome = await session.attempt(batch)
        }
      }
      written.append(Written(writer: writer, batch: batch, outcome: outcome))
    }
    return written
  }

  /// Checks what came of some writers.
  fileprivate func checkEveryoneSucceeded(
    _ writers: [Task<[Written], Never>], in session: StoreSession<Self>
  ) async throws {
    var written: [Written] = []
    for writer in writers { written += await writer.value }
    let when = "\(writers.count) writers append at once, each expecting .any"
    for append in written where append.receipt == nil {
      try fail(
        expected: "every append succeeds", got: append.outcome.shown, given: session.given,
        when: "\(when); append \(append.batch.summary)")
    }
    for (earlier, later) in zip(written, written.dropFirst()) where earlier.writer == later.writer {
      try check(
        earlier.position < later.position, expected: "the order in which one writer appended",
        got: "\(later.batch.ids) before \(earlier.batch.ids)", given: session.given, when: when)
    }
    // Versions without gaps are left to the acceptance of each, in the order of the feed.
    for append in written.sorted(by: { $0.position < $1.position }) {
      try session.accept(append.outcome, of: append.batch)
    }
    try await session.checkContents()
    try await session.openedAgain().checkContents()
  }

  /// Checks that appends to different streams do not conflict.
  package func checkStreamsDoNotConflict() async throws {
    let session = try await begin()
    let batches = try await Self.neighbours(in: session)
    var appends: [Append] = []
    for batch in batches { appends.append(await issue { await session.attempt(batch) }) }
    try await checkNoConflict(of: batches, appends, in: session)
  }

  /// Batches to streams of different lengths, each under the right expectation.
  fileprivate static func neighbours(in session: StoreSession<Self>) async throws -> [Batch] {
    var batches: [Batch] = []
    for number in 0...3 {
      let stream = StreamID(rawValue: "lot-\(number)")
      if number > 0 {
        let ids = (1...number).map { EventID(rawValue: "\(number).\($0)") }
        try await session.append(Batch(ids: ids, to: stream))
      }
      batches.append(
        Batch(
          ids: [EventID(rawValue: "\(number).new")], to: stream,
          expecting: .exact(StreamVersion(rawValue: number))))
    }
    return batches
  }

  /// Checks that every append succeeded.
  fileprivate func checkNoConflict(
    of batches: [Batch], _ appends: [Append], in session: StoreSession<Self>
  ) async throws {
    var written: [Written] = []
    for (batch, append) in zip(batches, appends) {
      written.append(Written(writer: 0, batch: batch, outcome: await append.value))
    }
    for append in written.sorted(by: { $0.position < $1.position }) {
      try session.accept(append.outcome, of: append.batch)
    }
    try await session.checkContents()
  }
}

extension HeldStoreBench {
  /// Checks the same while the log holds the first of them, so that the others come in between.
  package func checkOneWinnerOverHeldLog() async throws {
    let session = try await begin()
    try await session.append(Batch("a", "b", to: "lot-1"))
    for round in 1...2 {
      let batches = Self.rivals(round: round, in: session)
      var appends = [await hold(batches[0], in: session)]
      for batch in batches.dropFirst() {
        appends.append(await issue { await session.attempt(batch) })
      }
      await session.settle()
      session.medium.release(failing: nil)
      try await checkOneWinner(of: batches, appends, in: session)
    }
    try await session.openedAgain().checkContents()
  }

  /// Checks the same while the log holds the first of them and fails a later one.
  package func checkEveryoneSucceedsOverHeldLog() async throws {
    let session = try await begin()
    try await session.append(Batch("a", to: "lot-1"))
    session.medium.fail(skipping: 1, with: .notWritten)
    session.medium.hold()
    var writers: [Task<[Written], Never>] = []
    for writer in 1...3 { writers.append(await issue { await write(writer, in: session) }) }
    await session.settle()
    session.medium.release(failing: nil)
    try await checkEveryoneSucceeded(writers, in: session)
  }

  /// Checks the same while the log holds the first of them.
  package func checkStreamsDoNotConflictOverHeldLog() async throws {
    let session = try await begin()
    let batches = try await Self.neighbours(in: session)
    var appends = [await hold(batches[0], in: session)]
    for batch in batches.dropFirst() {
      appends.append(await issue { await session.attempt(batch) })
    }
    await session.settle()
    session.medium.release(failing: nil)
    try await checkNoConflict(of: batches, appends, in: session)
    try await session.openedAgain().checkContents()
  }

  /// Starts an append, and returns when it is held by the log or has ended without reaching it.
  func hold(_ batch: Batch, in session: StoreSession<Self>) async -> Append {
    let medium = session.medium
    medium.hold()
    let arrival = Task { await medium.arrival() }
    let append = Task {
      let outcome = await session.attempt(batch)
      arrival.cancel()
      return outcome
    }
    await arrival.value
    return append
  }
}

/// An append on its way.
typealias Append = Task<Outcome<AppendReceipt, EventStoreError>, Never>

/// An append of one of several writers, and what came of it.
private struct Written {
  var writer: Int
  var batch: Batch
  var outcome: Outcome<AppendReceipt, EventStoreError>

  /// What the store said, if it stored the batch.
  var receipt: AppendReceipt? {
    if case .success(let receipt) = outcome { receipt } else { nil }
  }

  /// Where the batch is in the feed.
  var position: GlobalPosition { receipt?.position ?? .start }
}
