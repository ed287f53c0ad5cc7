import EventSourcing
import ExampleSupport
import Testing

#if GRADER
  import SuiteSupport
#else
  @testable import LedgerExercise

  /// Examples of the ledger, which count when you are graded.
  @Suite("Ledger examples", .guided, .timeLimit(.minutes(1))) struct LedgerExamples {}
#endif

extension LedgerExamples {
  @Test("What was appended comes back, with versions from 1", .needs("receipt", "append"))
  func roundTrip() async throws {
    let ledger = try await Ledger.open(on: MemoryLog())
    let receipt = try await ledger.append(
      [event("a"), event("b")], to: "lot-1", expecting: .noStream, at: 1_000)
    #expect(receipt.version == 2, "the stream has two events now")
    _ = try await ledger.append([event("x")], to: "lot-2", expecting: .any, at: 2_000)
    let slice = try await ledger.read("lot-1", from: 1, limit: 10)
    #expect(slice.events.map(\.event) == [event("a"), event("b")], "as they were appended")
    #expect(slice.events.map(\.version) == [1, 2], "the first event has version 1")
    #expect(slice.events.map(\.recordedAt) == [1_000, 1_000], "the moment is the writer's")
    #expect(slice.events.last?.position == receipt.position, "the receipt says where the batch is")
  }

  @Test(
    "A writer who expects another version is refused and told the actual one",
    .needs("receipt", "append"))
  func conflict() async throws {
    let ledger = try await Ledger.open(on: MemoryLog())
    _ = try await ledger.append([event("a")], to: "lot-1", expecting: .any, at: 1)
    await #expect(
      throws: EventStoreError.wrongExpectedVersion(expected: .noStream, actual: 1),
      "the stream has an event"
    ) {
      try await ledger.append([event("b")], to: "lot-1", expecting: .noStream, at: 2)
    }
    let receipt = try await ledger.append([event("b")], to: "lot-1", expecting: .exact(1), at: 3)
    #expect(receipt.version == 2, "the refused append has left no trace, not even its identifier")
  }

  @Test(
    "The same batch again gets the same receipt, another use of its identifiers is refused",
    .needs("receipt", "append"))
  func repeats() async throws {
    let ledger = try await Ledger.open(on: MemoryLog())
    let batch = [event("a"), event("b")]
    let first = try await ledger.append(batch, to: "lot-1", expecting: .noStream, at: 1)
    let second = try await ledger.append(batch, to: "lot-1", expecting: .noStream, at: 2)
    #expect(second == first, "the answer to the first attempt may have been lost")
    let slice = try await ledger.read("lot-1", from: 1, limit: 10)
    #expect(slice.version == 2, "nothing is stored twice")
    await #expect(throws: EventStoreError.eventIDReused("b"), "half a batch is no repeat") {
      try await ledger.append([event("b"), event("c")], to: "lot-1", expecting: .any, at: 3)
    }
  }

  @Test("A ledger that is opened again knows everything", .needs("receipt", "append"))
  func reopening() async throws {
    let log = MemoryLog()
    let before = try await Ledger.open(on: log)
    let receipt = try await before.append([event("a")], to: "lot-1", expecting: .any, at: 1)
    let after = try await Ledger.open(on: log)
    let slice = try await after.read("lot-1", from: 1, limit: 10)
    #expect(slice.events.map(\.event) == [event("a")], "the log is the memory")
    let again = try await after.append([event("a")], to: "lot-1", expecting: .any, at: 2)
    #expect(again == receipt, "identifiers are remembered too")
    let next = try await after.append([event("b")], to: "lot-2", expecting: .any, at: 3)
    #expect(next.position > receipt.position, "positions go on where they were")
  }

  @Test("An append that the log did not take has not happened", .needs("receipt", "append"))
  func failure() async throws {
    let log = MemoryLog()
    let ledger = try await Ledger.open(on: log)
    _ = try await ledger.append([event("a")], to: "lot-1", expecting: .any, at: 1)
    await log.failNext()
    await #expect(throws: EventStoreError.storage(.notWritten), "the fault is passed on") {
      try await ledger.append([event("b")], to: "lot-1", expecting: .any, at: 2)
    }
    let slice = try await ledger.read("lot-1", from: 1, limit: 10)
    #expect(slice.version == 1, "nothing of it is to be seen")
    let receipt = try await ledger.append([event("b")], to: "lot-1", expecting: .exact(1), at: 3)
    #expect(receipt.version == 2, "and the ledger works on")
  }

  @Test("Two writers at once do not both win", .needs("receipt", "append"))
  func rivals() async throws {
    let log = MemoryLog(delay: .milliseconds(30))
    let ledger = try await Ledger.open(on: log)
    func attempt(_ id: EventID) async -> Bool {
      do {
        _ = try await ledger.append([event(id)], to: "lot-1", expecting: .exact(0), at: 1)
        return true
      } catch { return false }
    }
    async let first = attempt("a")
    async let second = attempt("b")
    let winners = await [first, second].filter { $0 }
    #expect(winners.count == 1, "both expected an empty stream, which it was for one of them only")
  }

  @Test(
    "The feed holds the events of all streams, in the order in which they were stored",
    .needs("receipt", "append", "page"))
  func feed() async throws {
    let ledger = try await Ledger.open(on: MemoryLog())
    _ = try await ledger.append([event("a")], to: "lot-2", expecting: .any, at: 9)
    _ = try await ledger.append([event("b"), event("c")], to: "lot-1", expecting: .any, at: 3)
    let first = try await ledger.page(after: .start, limit: 2, types: nil)
    #expect(first.events.map(\.event.id) == ["a", "b"], "timestamps and streams do not matter")
    #expect(!first.caughtUp, "one event is left")
    let second = try await ledger.page(after: first.next, limit: 2, types: nil)
    #expect(second.events.map(\.event.id) == ["c"], "the walk goes on after the first page")
    #expect(second.caughtUp, "nothing is left")
  }

  @Test(
    "Who waits returns at once if an event is there, and when he is cancelled",
    .needs("receipt", "append", "page", "awaitEvents"))
  func waiting() async throws {
    let ledger = try await Ledger.open(on: MemoryLog())
    let first = try await ledger.append([event("a")], to: "lot-1", expecting: .any, at: 1)
    let second = try await ledger.append([event("b")], to: "lot-2", expecting: .any, at: 2)
    await ledger.awaitEvents(after: first.position)
    let page = try await ledger.page(after: first.position, limit: 5, types: nil)
    #expect(page.events.map(\.event.id) == ["b"], "the wait has ended, and here is the reason")
    let wait = Task { await ledger.awaitEvents(after: second.position) }
    wait.cancel()
    await wait.value
    let all = try await ledger.page(after: .start, limit: 5, types: nil)
    #expect(all.events.count == 2, "nothing came, but nobody waits any more")
  }

  /// An event of a lot.
  private func event(_ id: EventID) -> NewEvent {
    NewEvent(id: id, type: "lot.tested", payload: .object(["sown": .int(20)]))
  }
}

/// A record log in memory, which can be slow and can be told to fail.
private actor MemoryLog: RecordLog {
  private let delay: Duration
  private var stored: [[UInt8]] = []
  private var failsNext = false

  /// Creates an empty log that takes its time to append.
  init(delay: Duration = .zero) {
    self.delay = delay
  }

  /// Lets the next append fail.
  func failNext() {
    failsNext = true
  }

  func append(_ record: [UInt8]) async throws(StorageFault) {
    guard !failsNext else {
      failsNext = false
      throw .notWritten
    }
    if delay > .zero { try? await Task.sleep(for: delay) }
    stored.append(record)
  }

  func records() async throws(StorageFault) -> [[UInt8]] { stored }
}
