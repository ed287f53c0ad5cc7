import CSQLite
import EventChain
import EventSourcing
import Synchronization
import TestSupport
import Testing

@testable import SQLiteStore

@Suite(
  "Faults of the medium are told apart, and leave nothing half done",
  .timeLimit(.minutes(10)), .collectingFaults)
struct FaultTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file()
    try StoreFile.create(at: path)
  }

  /// Events of some size.
  private func events(_ name: String, _ count: Int = 1, bytes: Int = 10) -> [NewEvent] {
    (0..<count).map {
      NewEvent(
        id: EventID(rawValue: "\(name)/\($0)"), type: "t",
        payload: .string(String(repeating: "x", count: bytes)))
    }
  }

  /// Appends, and returns what came of it.
  private func append(_ events: [NewEvent], to store: SQLiteEventStore) async -> EventStoreError? {
    do throws(EventStoreError) {
      _ = try await store.append(events, to: "lot", expecting: .any, at: 0)
      return nil
    } catch {
      return error
    }
  }

  @Test("A commit that is refused is not written, and the same batch goes through later")
  func refusedCommit() async throws {
    let file = try StoreFile.open(at: path) { connection in
      // The first append is let through, the second refused, the others let through.
      sqlite3_commit_hook(
        connection.handle, { _ in refusals.add(1, ordering: .relaxed).newValue == 2 ? 1 : 0 }, nil)
    }
    let store = file.events
    #expect(await append(events("a", 2), to: store) == nil)
    #expect(await append(events("b", 3), to: store) == .storage(.notWritten))
    #expect(StoreFaults.ofFile?.description.contains(path) == true)
    #expect(try await store.read("lot", from: 1, limit: 10).version == 2)
    #expect(await append(events("b", 3), to: store) == nil)
    #expect(try await store.read("lot", from: 1, limit: 10).version == 5)
    #expect(try await SQLiteEventStore.verify(at: path) == .sound(store.head()))
  }

  @Test("A full disk is told as such, nothing of the batch is stored, and smaller ones still fit")
  func full() async throws {
    let file = try StoreFile.open(at: path) { connection throws(StoreFileError) in
      try connection.execute("PRAGMA max_page_count = 40")
    }
    let store = file.events
    var count = 0
    var error: EventStoreError?
    while error == nil, count < 100 {
      error = await append(events("a-\(count)", 4, bytes: 2_000), to: store)
      if error == nil { count += 1 }
    }
    #expect(error == .storage(.notWritten))
    #expect(StoreFaults.ofFile?.problem == .full)
    #expect(StoreFaults.ofFile?.description.contains("the disk or a quota is full") == true)
    #expect(count > 3)
    #expect(try await store.read("lot", from: 1, limit: 1_000).events.count == count * 4)
    #expect(await append(events("small"), to: store) == nil)
    #expect(try await SQLiteEventStore.verify(at: path) == .sound(store.head()))

    // With room again, the batch that failed goes through.
    let larger = try SQLiteEventStore.open(at: path)
    #expect(await append(events("a-\(count)", 4, bytes: 2_000), to: larger) == nil)
    #expect(try await larger.read("lot", from: 1, limit: 1_000).version.rawValue == count * 4 + 5)
  }

  @Test(
    "A disk that fails while committing leaves the outcome unknown, and sent again the batch is there once"
  )
  func failingDisk() async throws {
    let lines = try await Hand("limited", path, "lot", 120_000).lines()
    let acknowledged = lines.dropLast(2)
    #expect(acknowledged.count > 3)
    #expect(lines.dropLast().last == "storage(EventSourcing.StorageFault.outcomeUnknown)")
    #expect(lines.last?.contains("check the disk") == true)
    let store = try SQLiteEventStore.open(at: path)
    let count = try await store.read("lot", from: 1, limit: 1_000).version.rawValue
    #expect((acknowledged.count...acknowledged.count + 1).contains(count))
    // The next process sends the doubtful one again, among all others.
    let again = try await Hand("append", path, "lot", acknowledged.count + 1).lines()
    #expect(Array(again.dropLast()) == Array(acknowledged))
    let slice = try await store.read("lot", from: 1, limit: 1_000)
    #expect(slice.version.rawValue == acknowledged.count + 1)
    #expect(Set(slice.events.map(\.event.id)).count == slice.events.count)
    #expect(try await SQLiteEventStore.verify(at: path) == .sound(store.head()))
  }

  @Test(
    "A file that another process keeps locked is unavailable for writing, and can be read meanwhile"
  )
  func locked() async throws {
    let store = try SQLiteEventStore.open(at: path, patience: .milliseconds(20))
    #expect(await append(events("a"), to: store) == nil)
    let other = try RawDatabase(path)
    try other.run("BEGIN IMMEDIATE")
    for _ in 1...2 {
      #expect(await append(events("b"), to: store) == .storage(.unavailable))
      #expect(StoreFaults.ofFile?.problem == .busy)
    }
    #expect(try await store.read("lot", from: 1, limit: 10).version == 1)
    #expect(try await store.page(after: .start, limit: 10, types: nil).events.count == 1)
    try other.run("ROLLBACK")
    #expect(await append(events("b"), to: store) == nil)
    #expect(try await store.read("lot", from: 1, limit: 10).version == 2)
  }

  @Test("A file that another process keeps all to itself is busy, and told so when it is opened")
  func exclusive() async throws {
    let other = try RawDatabase(path)
    try other.run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
    let patience = Duration.milliseconds(20)
    for mode in [StoreFile.Mode.readWrite, .readOnly] {
      let error = #expect(throws: StoreFileError.self) {
        try SQLiteEventStore.open(at: path, mode: mode, patience: patience)
      }
      #expect(error == StoreFileError(path, .busy))
    }
    let error = await #expect(throws: StoreFileError.self) {
      try await SQLiteEventStore.verify(at: path, patience: patience)
    }
    #expect(error == StoreFileError(path, .busy))
    #expect(error?.description.contains("in use by another process") == true)
  }

  @Test("What can be written but not read again is refused before anything is written")
  func unstorable() async throws {
    let store = try SQLiteEventStore.open(at: path)
    var deep = JSONValue.null
    for _ in 0...JSONValue.maximumDepth { deep = .array([deep]) }
    #expect(
      await append([NewEvent(id: "deep", type: "t", payload: .array([deep]))], to: store)
        == .storage(.notWritten))
    #expect(
      StoreFaults.ofFile?.description.contains("the event deep: it is nested too deeply") == true)
    #expect(await append([NewEvent(id: "deep", type: "t", payload: deep)], to: store) == nil)
    for number in [Double.nan, .infinity] {
      let event = NewEvent(id: "number", type: "t", payload: .array([.number(number)]))
      #expect(await append(events("a") + [event], to: store) == .storage(.notWritten))
    }
    #expect(await append(events("huge", bytes: 80 << 20), to: store) == .storage(.notWritten))
    #expect(StoreFaults.ofFile?.problem == .tooLarge)
    let slice = try await store.read("lot", from: 1, limit: 10)
    #expect(slice.events.map(\.event.payload) == [deep])
  }

  @Test("Two tasks that fail over one store at the same time each get their own words")
  func ownWords() async throws {
    let store = try SQLiteEventStore.open(at: path)
    let words = await withTaskGroup(of: (String, String).self) { group in
      for number in 1...20 {
        group.addTask {
          await StoreFaults.collecting {
            let event = NewEvent(
              id: EventID(rawValue: "event-\(number)"), type: "t", payload: .number(.nan))
            _ = await append([event], to: store)
            return ("event-\(number):", StoreFaults.ofFile?.description ?? "")
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(words.count == 20)
    for (own, said) in words { #expect(said.contains("the event \(own)")) }
    #expect(StoreFaults.ofFile == nil)
  }

  @Test("A store that was opened for reading refuses to write and says why")
  func readOnly() async throws {
    let writer = try SQLiteEventStore.open(at: path)
    #expect(await append(events("a"), to: writer) == nil)
    let store = try SQLiteEventStore.open(at: path, mode: .readOnly)
    #expect(await append(events("b"), to: store) == .storage(.unavailable))
    #expect(StoreFaults.ofFile?.description.contains("opened for reading only") == true)
    #expect(try await store.read("lot", from: 1, limit: 10).version == 1)
  }
}

/// How many commits the hook has seen.
private let refusals = Atomic(0)
