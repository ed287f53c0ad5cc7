import EventSourcing
import EventStoreConformance
import Grading
import SuiteSupport
import Testing

@Suite("The checks of event stores", .timeLimit(.minutes(10)))
struct ConformanceTests {
  @Test("A right store passes every check that needs no fault")
  func right() async throws {
    let bench = MemoryBench()
    try await bench.checkEventsComeBack()
    try await bench.checkSlices()
    try await bench.checkUnknownStream()
    try await bench.checkStreamNames()
    try await bench.checkExpectations()
    try await bench.checkConflictFacts()
    try await bench.checkRefusalsLeaveNoTrace()
    try await bench.checkEmptyBatch()
    try await bench.checkRepeats()
    try await bench.checkReuses()
    try await bench.checkRecordedEventsStay()
    try await bench.checkCommitOrder()
    try await bench.checkWalks()
    try await bench.checkFilters()
    try await bench.checkOneWinner()
    try await bench.checkEveryoneSucceeds()
    try await bench.checkStreamsDoNotConflict()
    try await bench.checkReopening()
    try await bench.checkWaiting()
    try await bench.checkCatchUp()
  }

  @Test("A store that forgets everything when it is opened again is told so, with what was seen")
  func forgetful() async {
    let bench = MemoryBench(forgets: true)
    let failure = await #expect(throws: CheckFailure.self) { try await bench.checkRepeats() }
    #expect(failure?.finding.when == "the feed is read from the beginning")
    #expect(failure?.finding.got == "[]")
    #expect(
      failure?.finding.given.last == "the process ended and the store was opened again")
    #expect(failure?.description.contains("\ngot []") == true)
  }
}

/// Stores in this very process.
private struct MemoryBench: StoreBench {
  /// Whether a store that is opened again finds nothing.
  var forgets = false

  func makeMedium() -> MemoryStore.Medium { MemoryStore.Medium() }

  func open(_ medium: MemoryStore.Medium) async throws -> any EventStore {
    MemoryStore(over: medium)
  }

  func reopen(_ medium: MemoryStore.Medium) async throws -> any EventStore {
    MemoryStore(over: forgets ? MemoryStore.Medium() : medium)
  }

  func settle(_ store: any EventStore) async {
    for _ in 1...25 { await Task.yield() }
  }
}
