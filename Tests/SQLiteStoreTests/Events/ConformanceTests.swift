import EventSourcing
import EventStoreConformance
import SQLiteStore
import SuiteSupport
import TestSupport
import Testing

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
  }

  @Test("Several writers get along")
  func writers() async throws {
    try await bench.checkOneWinner()
    try await bench.checkEveryoneSucceeds()
    try await bench.checkStreamsDoNotConflict()
  }

  @Test("A store that is opened again goes on where it was")
  func reopening() async throws {
    try await bench.checkReopening()
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
  }
}

/// Stores over files in temporary folders.
private struct FileBench: StoreBench {
  /// A file and the folder that goes with it.
  struct Medium {
    let folder: TemporaryFolder
    let path: String
  }

  func makeMedium() throws -> Medium {
    let folder = try TemporaryFolder()
    try StoreFile.create(at: folder.file())
    return Medium(folder: folder, path: folder.file())
  }

  func open(_ medium: Medium) async throws -> any EventStore {
    try SQLiteEventStore.open(at: medium.path)
  }

  func reopen(_ medium: Medium) async throws -> any EventStore {
    try SQLiteEventStore.open(at: medium.path)
  }

  func settle(_ store: any EventStore) async {
    for _ in 1...25 { await Task.yield() }
  }
}
