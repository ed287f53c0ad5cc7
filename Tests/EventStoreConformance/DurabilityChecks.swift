import EventSourcing
import SuiteSupport

extension StoreBench {
  /// Checks that a reopened store is the same and goes on where it was.
  package func checkReopening() async throws {
    var session = try await begin()
    try await session.append(Batch("a", "b", to: "lot-1", at: .in2970))
    try await session.append(Batch("x", to: "lot-2"))
    try await session.append(Batch("c", to: "lot-1"))
    try await session.checkContents()
    for round in 1...2 {
      session = try await round == 1 ? session.reopened() : session.openedAgain()
      try await session.checkContents()
      let ids = [1, 2].map { EventID(rawValue: "round \(round), \($0)") }
      let version = session.version(of: "lot-1")
      try await session.append(Batch(ids: ids, to: "lot-1", expecting: .exact(version)))
      try await session.append(Batch(ids: [EventID(rawValue: "new \(round)")], to: "lot-3"))
      try await session.checkContents()
    }
  }
}

extension FaultyStoreBench {
  /// Checks that a process that ends takes nothing with it that was acknowledged.
  package func checkCrashes() async throws {
    // An acknowledgement that was lost: what comes next must not take its place.
    var session = try await begin()
    try await session.append(Batch("a", to: "lot-1"))
    session.note("the log stores the next record, but its acknowledgement is lost")
    session.medium.script([.storedUnacknowledged])
    let lost = Batch("b", "c", to: "lot-1", expecting: .exact(1))
    try await session.append(lost, isRefused: .storage(.outcomeUnknown))
    let next = Batch("d", to: "lot-1")
    let nextOutcome = await session.attempt(next)
    session = try await session.reopened()
    // Only a store whose batch is one record has stored it by now; the others may finish it or not.
    let isStored = try await session.read("lot-1", limit: 10).events.contains { $0.event.id == "b" }
    if isStored { session.store(lost, nil) }
    switch nextOutcome {
    case .success: try session.accept(nextOutcome, of: next)
    case .failure(let error):
      guard case .storage = error else {
        try fail(
          expected: "a receipt, or storage", got: error, given: session.given,
          when: "append \(next.summary)")
      }
    }
    try await session.checkContents()
    try await session.append(Batch("e", to: "lot-1"))
    try await session.checkContents()

    // The end while the log is still writing: what was acknowledged by then must be there.
    session = try await begin()
    try await session.append(Batch("a", to: "lot-1"))
    let last = Batch("b", to: "lot-1")
    let append = await hold(last, in: session)
    await session.settle()
    session.note("the process ends while the log is still writing")
    let reopened = try await session.reopened()
    if case .success = await append.value { try reopened.accept(await append.value, of: last) }
    try await reopened.checkContents()
  }

  /// Checks that a batch is there as a whole or not at all, wherever the log ends.
  package func checkBatchesAreWhole() async throws {
    let first = Batch("a", to: "lot-1")
    let batch = Batch("b", "c", "d", to: "lot-1", expecting: .exact(1))
    let records = try await recordsOf(batch, after: first)
    let all = records.before + records.batch
    for count in records.before.count...all.count {
      let medium = FakeLogMedium(Array(all.prefix(count)))
      let store = try await count == all.count ? reopen(medium) : open(medium)
      let session = StoreSession(store, over: medium, of: self)
      session.note(
        "append \(first.summary), append \(batch.summary), and a log that ends after record "
          + "\(count) of \(all.count)")
      session.store(first, nil)
      let slice = try await session.read("lot-1", limit: 10)
      if count == all.count || slice.version > 1 { session.store(batch, nil) }
      try await session.checkContents()
      try await session.append(Batch("x", "y", to: "lot-1"))
      try await session.checkContents()
      try await session.openedAgain().checkContents()
    }
    for fault in [StorageFault.notWritten, .unavailable] {
      for index in records.batch.indices {
        let session = try await begin()
        try await session.append(first)
        session.note("the log fails record \(index + 1) of the next batch with \(fault)")
        session.medium.script(
          Array(repeating: .stored, count: index) + [.failed(fault)])
        try await session.append(batch, isRefused: .storage(fault))
        try await session.append(Batch("x", "y", to: "lot-2"))
        try await session.checkContents()
        try await session.append(batch)
        try await session.checkContents()
        try await session.openedAgain().checkContents()
      }
    }
  }

  /// What a batch adds to a log.
  private func recordsOf(
    _ batch: Batch, after first: Batch
  ) async throws -> (before: [[UInt8]], batch: [[UInt8]]) {
    let session = try await begin()
    try await session.append(first)
    let before = session.medium.records
    try await session.append(batch)
    let added = Array(session.medium.records.dropFirst(before.count))
    try check(
      !added.isEmpty, expected: "the batch in the log", got: "no record", given: session.given,
      when: "the log is looked at")
    return (before, added)
  }

  /// Checks that a batch that is sent again after an uncertain end is stored once.
  package func checkRetries() async throws {
    let first = Batch("a", to: "lot-1")
    let batch = Batch("b", "c", to: "lot-1", expecting: .exact(1))
    let records = try await recordsOf(batch, after: first)
    let ends: [(fate: FakeLogMedium.Fate, fault: StorageFault, words: String)] = [
      (.storedUnacknowledged, .outcomeUnknown, "stores it, but the acknowledgement is lost"),
      (.failed(.outcomeUnknown), .outcomeUnknown, "does not store it, and nobody knows"),
      (.failed(.notWritten), .notWritten, "does not store it, and says so"),
    ]
    for end in ends {
      for index in records.batch.indices {
        var session = try await begin()
        try await session.append(first)
        session.note("the log, at record \(index + 1) of the next batch, \(end.words)")
        session.medium.script(Array(repeating: .stored, count: index) + [end.fate])
        try await session.append(batch, isRefused: .storage(end.fault))
        var outcome = await session.attempt(batch)
        if case .failure(.storage) = outcome, end.fault == .outcomeUnknown {
          // A store may refuse to go on until it is opened again.
          session = try await session.openedAgain()
          outcome = await session.attempt(batch)
        }
        let receipt = try session.accept(outcome, of: batch)
        try await session.checkContents()
        try await session.append(Batch("d", to: "lot-1", expecting: .exact(3)))
        session = try await session.openedAgain()
        try await checkRepeat(batch, gets: receipt, in: session)
        try await session.checkContents()
      }
    }
  }

  /// Checks that nothing is readable, or acknowledged, before it is durable.
  package func checkNothingIsReadEarly() async throws {
    let session = try await begin()
    try await session.append(Batch("a", to: "lot-1"))
    let before = try await session.checkContents()
    let failing = Batch("b", to: "lot-1")
    var append = await hold(failing, in: session)
    // Reads may wait for the append, so nobody waits for them; in the end it has never happened.
    let slice = await issue { try? await session.store.read("lot-1", from: 1, limit: 10) }
    let page = await issue { try? await session.store.page(after: .start, limit: 10, types: nil) }
    await session.settle()
    session.medium.release(failing: .notWritten)
    let outcome = await append.value
    try check(
      outcome, equals: .failure(.storage(.notWritten)), given: session.given,
      when: "the log holds an append and then fails it with notWritten")
    let given = session.given
    let when = "is read while the log holds an append, which then fails"
    try check(
      await slice.value?.events, equals: before, given: given, when: "lot-1 \(when)")
    try check(await page.value?.events, equals: before, given: given, when: "the feed \(when)")

    append = await hold(failing, in: session)
    let isEarly = Flag()
    let watched = append
    let watcher = await issue { if case .success = await watched.value { isEarly.raise() } }
    await session.settle()
    let wasEarly = isEarly.isRaised
    session.medium.release()
    await watcher.value
    try check(
      !wasEarly, expected: "an append that returns when the log has stored its record",
      got: "a receipt before that", given: session.given, when: "append \(failing.summary)")
    try session.accept(await append.value, of: failing)
    try await session.checkContents()
    try await session.reopened().checkContents()
  }

  /// Checks that a log that is down is reported as such, and that the store works when it is up.
  package func checkOutages() async throws {
    var session = try await begin()
    try await session.append(Batch("a", to: "lot-1"))
    for round in 1...2 {
      session.note("the log is down")
      session.medium.setDown(true)
      let batch = Batch(ids: [EventID(rawValue: "b-\(round)")], to: "lot-1")
      for _ in 1...2 { try await session.append(batch, isRefused: .storage(.unavailable)) }
      // Whether a store can answer from memory is its own affair.
      let slice = await Outcome { () async throws(EventStoreError) in
        try await session.store.read("lot-1", from: 1, limit: 10)
      }
      if case .failure(let error) = slice {
        try check(
          error, equals: .storage(.unavailable), given: session.given, when: "lot-1 is read")
      }
      let other = FakeLogMedium(session.medium.records)
      other.setDown(true)
      do {
        _ = try await open(other)
        try fail(
          expected: "\(describe(EventStoreError.storage(.unavailable)))", got: "a store",
          when: "a store is opened while the log is down")
      } catch let error as EventStoreError {
        try check(
          error, equals: .storage(.unavailable), when: "a store is opened while the log is down")
      }
      session.note("the log is up again")
      session.medium.setDown(false)
      try await session.append(batch)
      try await session.checkContents()
    }
    session = try await session.openedAgain()
    try await session.checkContents()
  }
}
