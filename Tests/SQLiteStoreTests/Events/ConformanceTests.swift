import EventSourcing
import EventStoreConformance
import Testing

/// Every check of `EventStoreConformance` that a file can be put through.
///
/// **Three checks want a log that is cut off after any record, or that loses an acknowledgement**, which a file does not do
/// on demand: `checkBatchesAreWhole`, `checkRetries` and `checkCrashes`. What they ask is asked elsewhere with what befalls
/// files: ``CutLogTests`` ends the write-ahead log at every frame, ``FaultTests`` lets the disk fail within a commit and
/// sends the batch again, and ``ProcessTests`` kills the process.
@Suite("The store over a file does what every event store must", .timeLimit(.minutes(10)))
struct ConformanceTests {
  private let bench = FileBench()

  @Test("Events come back as they were given, stream by stream")
  func reading() async throws {
    try await bench.checkEventsComeBack()
    try await bench.checkSlices()
    try await bench.checkUnknownStream()
    try await bench.checkStreamNames()
    try await bench.checkRecordedEventsStay()
  }

  @Test("Appends happen if they may, and leave no trace if not")
  func appending() async throws {
    try await bench.checkExpectations()
    try await bench.checkConflictFacts()
    try await bench.checkRefusalsLeaveNoTrace()
    try await bench.checkEmptyBatch()
    try await bench.checkRepeats()
    try await bench.checkReuses()
    try await bench.checkFailuresLeaveNoTrace()
  }

  @Test("Several writers get along")
  func writers() async throws {
    try await bench.checkOneWinner()
    try await bench.checkEveryoneSucceeds()
    try await bench.checkStreamsDoNotConflict()
  }

  @Test("Several writers get along while a commit takes its time, and when one fails")
  func writersOverHeldFile() async throws {
    try await bench.checkOneWinnerOverHeldLog()
    try await bench.checkEveryoneSucceedsOverHeldLog()
    try await bench.checkStreamsDoNotConflictOverHeldLog()
  }

  @Test("A store that is opened again goes on where it was")
  func reopening() async throws {
    try await bench.checkReopening()
  }

  @Test("Nothing is read or acknowledged before it is committed")
  func earlyReading() async throws {
    try await bench.checkNothingIsReadEarly()
  }

  @Test("A file that cannot be written is unavailable until it can be")
  func outages() async throws {
    try await bench.checkOutages()
  }

  @Test("The feed follows the order of commits, page by page and through filters")
  func feed() async throws {
    try await bench.checkCommitOrder()
    try await bench.checkWalks()
    try await bench.checkFilters()
  }

  @Test("Who waits is woken")
  func waiting() async throws {
    try await bench.checkWaiting()
    try await bench.checkCatchUp()
    try await bench.checkWaitingOverHeldLog()
    try await bench.checkCatchUpOverHeldLog()
  }
}

/// Stores over files of their own.
private struct FileBench: HeldStoreBench {
  func makeMedium() throws -> FaultyFile { try FaultyFile() }

  func open(_ medium: FaultyFile) async throws -> any EventStore { try medium.open() }

  func reopen(_ medium: FaultyFile) async throws -> any EventStore { try medium.open() }

  func settle(_ store: any EventStore) async {
    for _ in 1...25 { await Task.yield() }
  }
}
