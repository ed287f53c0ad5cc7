import EventSourcing
import SuiteSupport

extension StoreBench {
  /// Checks that waiting ends when there is something to read or the task is cancelled, and not before.
  package func checkWaiting() async throws {
    let session = try await begin()
    let first = await wait(after: .start, in: session)
    await session.settle()
    try check(first, isOver: false, in: session, "nothing has ever been appended")
    try await session.append(Batch("a", to: "lot-1"))
    await first.task.value
    // At once, since something is there.
    await session.store.awaitEvents(after: .start)

    let end = try await session.checkContents().last?.position ?? .start
    var waits: [Wait] = []
    for _ in 1...4 { waits.append(await wait(after: end, in: session)) }
    await session.settle()
    for wait in waits { try check(wait, isOver: false, in: session, "nothing follows") }
    let cancelled = waits.removeFirst()
    cancelled.task.cancel()
    await cancelled.task.value
    await session.settle()
    for wait in waits { try check(wait, isOver: false, in: session, "another wait is cancelled") }
    try await session.append(Batch("x", to: "lot-2", type: "lot.other"))
    for wait in waits { await wait.task.value }
    // A task that is cancelled already does not wait at all.
    let late = await wait(after: end.beyond, in: session)
    late.task.cancel()
    await late.task.value
    try await session.checkContents()
  }

  /// Begins to wait.
  fileprivate func wait(after position: GlobalPosition, in session: StoreSession<Self>) async
    -> Wait
  {
    let isOver = Flag()
    let task = await issue {
      await session.store.awaitEvents(after: position)
      isOver.raise()
    }
    return Wait(position: position, task: task, isOver: isOver)
  }

  /// Checks whether a wait has ended.
  fileprivate func check(
    _ wait: Wait, isOver: Bool, in session: StoreSession<Self>, _ circumstances: String
  ) throws {
    try SuiteSupport.check(
      wait.isOver.isRaised == isOver, expected: isOver ? "it returns" : "it waits",
      got: isOver ? "it waits" : "it returned", given: session.given,
      when: "awaitEvents(after: \(wait.position.rawValue)) is called, and \(circumstances)")
  }

  /// Checks that a reader who catches up while a writer is busy meets every event once.
  package func checkCatchUp() async throws {
    let session = try await begin()
    let batches = (1...15).map { number in
      Batch(
        ids: (0..<(1 + number % 3)).map { EventID(rawValue: "\(number).\($0)") },
        to: StreamID(rawValue: "lot-\(number % 4)"))
    }
    let isWritten = Flag()
    let writer = await issue { () -> (any Error)? in
      defer { isWritten.raise() }
      do {
        for batch in batches { try await session.append(batch) }
        return nil
      } catch { return error }
    }
    var reader = Reader()
    let count = batches.reduce(0) { $0 + $1.events.count }
    while true {
      let wasWritten = isWritten.isRaised
      let page = try await session.page(after: reader.position, limit: 5)
      guard reader.take(page), reader.count < count else { break }
      guard page.caughtUp else { continue }
      if wasWritten { break }
      await session.store.awaitEvents(after: reader.position)
    }
    if let error = await writer.value { throw error }
    try await reader.check(in: session)
  }
}

extension HeldStoreBench {
  /// Checks that a wait that begins while an append is under way ends with it.
  package func checkWaitingOverHeldLog() async throws {
    let session = try await begin()
    try await session.append(Batch("a", to: "lot-1"))
    for round in 1...2 {
      let end = try await session.checkContents().last?.position ?? .start
      let name = EventID(rawValue: "failed \(round)")
      let failing = Batch(ids: [name], to: "lot-1")
      var append = await hold(failing, in: session)
      let early = await wait(after: end, in: session)
      await session.settle()
      try check(early, isOver: false, in: session, "an append is still under way")
      session.medium.release(failing: .notWritten)
      _ = await append.value
      await session.settle()
      try check(early, isOver: false, in: session, "an append has failed")

      let batch = Batch(ids: [EventID(rawValue: "stored \(round)")], to: "lot-2")
      append = await hold(batch, in: session)
      let late = await wait(after: end, in: session)
      await session.settle()
      session.medium.release(failing: nil)
      try session.accept(await append.value, of: batch)
      await early.task.value
      await late.task.value
    }
    try await session.checkContents()
  }

  /// Checks the same where every append is held until the reader waits for it.
  package func checkCatchUpOverHeldLog() async throws {
    let session = try await begin()
    var reader = Reader()
    for round in 1...3 {
      let batch = Batch(
        ids: [1, 2].map { EventID(rawValue: "\(round).\($0)") },
        to: StreamID(rawValue: "lot-\(round % 2)"))
      let append = await hold(batch, in: session)
      let wait = await wait(after: reader.position, in: session)
      await session.settle()
      session.medium.release(failing: nil)
      try session.accept(await append.value, of: batch)
      await wait.task.value
      let page = try await session.page(after: reader.position, limit: 5)
      guard reader.take(page) else { break }
    }
    try await reader.check(in: session)
  }
}

/// A call of `awaitEvents` under way.
private struct Wait {
  var position: GlobalPosition
  var task: Task<Void, Never>
  var isOver: Flag
}

/// Someone who follows the feed.
private struct Reader {
  private(set) var position = GlobalPosition.start
  private var events: [RecordedEvent] = []

  /// How many events were met.
  var count: Int { events.count }

  /// Takes a page in; false when it leads nowhere.
  mutating func take(_ page: FeedPage) -> Bool {
    events += page.events
    defer { position = page.next }
    return page.caughtUp || (page.next > position && !page.events.isEmpty)
  }

  /// Checks that every event was met once, in order.
  func check<Bench: StoreBench>(in session: StoreSession<Bench>) async throws {
    let feed = try await session.checkContents()
    try SuiteSupport.check(
      events, equals: feed, given: session.given,
      when: "a reader follows the feed while a writer is busy")
  }
}
