import CQRS
import CSQLite
import EventChain
import EventSourcing
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Events and views share one open file", .timeLimit(.minutes(10)), .collectingFaults)
struct OneFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file()
    try StoreFile.create(at: path)
  }

  /// An event of some number.
  private func event(_ number: Int) -> NewEvent {
    NewEvent(id: EventID(rawValue: "e-\(number)"), type: "t", payload: .int(Int64(number)))
  }

  /// A commit of some number.
  private func commit(_ number: Int) -> ViewCommit {
    ViewCommit(
      projection: "cards", writes: [.put(ViewKey("cards", "\(number)"), .int(Int64(number)))],
      checkpoint: GlobalPosition(rawValue: Int64(number)))
  }

  @Test("Appends and commits at the same time all succeed, and the chain stays whole")
  func turns() async throws {
    let file = try StoreFile.open(at: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...40 {
        group.addTask {
          _ = try await file.events.append(
            [event(number)], to: "lot", expecting: .any, at: 0)
        }
        group.addTask { try await file.views.commit(commit(number)) }
      }
      try await group.waitForAll()
    }
    #expect(try await file.events.read("lot", from: 1, limit: 100).events.count == 40)
    #expect(try await file.views.all(in: "cards").count == 40)
    #expect(try await SQLiteEventStore.verify(at: path) == .sound(file.events.head()))
  }

  @Test("An append waits for the disk, and a commit of views does not, in whatever order they come")
  func durability() async throws {
    var writer: OpaquePointer?
    let file = try StoreFile.open(at: path) { writer = $0.handle }
    /// SQLite's number for it: 2 for FULL, 1 for NORMAL.
    func synchronous() throws -> Int32 {
      var statement: OpaquePointer?
      try #require(
        sqlite3_prepare_v2(writer, "PRAGMA synchronous", -1, &statement, nil) == SQLITE_OK)
      defer { sqlite3_finalize(statement) }
      try #require(sqlite3_step(statement) == SQLITE_ROW)
      return sqlite3_column_int(statement, 0)
    }
    for number in 1...2 {
      _ = try await file.events.append([event(number)], to: "lot", expecting: .any, at: 0)
      #expect(try synchronous() == 2)
      try await file.views.commit(commit(number))
      #expect(try synchronous() == 1)
    }
    try await file.views.clear("cards")
    _ = try await file.events.append([event(3)], to: "lot", expecting: .any, at: 0)
    #expect(try synchronous() == 2)
  }

  @Test("What was committed by one open file is seen by another at once")
  func twoFiles() async throws {
    let files = try [StoreFile.open(at: path), StoreFile.open(at: path)]
    _ = try await files[0].events.append([event(1)], to: "lot", expecting: .any, at: 0)
    try await files[1].views.commit(commit(1))
    for file in files {
      #expect(try await file.events.read("lot", from: 1, limit: 1).version == 1)
      #expect(try await file.views.checkpoint(of: "cards") == 1)
    }
  }

  @Test("A file that is opened for reading refuses changes of both kinds and answers questions")
  func readOnly() async throws {
    try await StoreFile.open(at: path).views.commit(commit(1))
    let file = try StoreFile.open(at: path, mode: .readOnly)
    await #expect(throws: EventStoreError.storage(.unavailable)) {
      try await file.events.append([event(1)], to: "lot", expecting: .any, at: 0)
    }
    await #expect(throws: StorageFault.unavailable) { try await file.views.commit(commit(2)) }
    #expect(StoreFaults.ofFile?.description.contains("opened for reading only") == true)
    #expect(try await file.views.checkpoint(of: "cards") == 1)
  }
}
