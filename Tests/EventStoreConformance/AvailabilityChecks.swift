import EventSourcing
import SuiteSupport

extension HeldStoreBench {
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
    session.medium.release(failing: nil)
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
      let other = try session.medium.copy()
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
