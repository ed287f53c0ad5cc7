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
}
