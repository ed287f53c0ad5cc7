import EventChain
import EventSourcing
import Foundation
import SQLiteStore
import TestSupport
import Testing

@Suite("A gradebook's file is created once and opened with care", .timeLimit(.minutes(10)))
struct StoreFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The problem that a body is told.
  private func problem(_ body: () throws -> Void) -> StoreFileError.Problem? {
    #expect(throws: StoreFileError.self) { try body() }?.problem
  }

  /// The problem of opening a file, for reading and for writing and for an examination, which must be the same.
  private func problem(ofOpening path: String) async -> StoreFileError.Problem? {
    let problems = [StoreFile.Mode.readWrite, .readOnly].map { mode in
      problem { _ = try SQLiteEventStore.open(at: path, mode: mode) }
    }
    #expect(problems[0] == problems[1])
    #expect(problem { _ = try StoreFile.open(at: path).views } == problems[0])
    let error = await #expect(throws: StoreFileError.self) {
      try await SQLiteEventStore.verify(at: path)
    }
    #expect(error?.problem == problems[0])
    #expect(error?.description.contains(path) == true)
    return problems[0]
  }

  @Test("Creating makes one complete file and leaves nothing else behind")
  func creation() async throws {
    try StoreFile.create(at: folder.file())
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["course.gradebook"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.file())[.posixPermissions]
    #expect(mode as? Int == 0o600)
    guard case .sound(let head) = try await SQLiteEventStore.verify(at: folder.file()) else {
      Issue.record("a new file is sound")
      return
    }
    #expect(head.count == 0)
  }

  @Test(
    "Creating overwrites nothing: no file, no folder, no broken link, and no log that was left behind",
    arguments: ["file", "empty", "folder", "link", "wal", "journal", "shm"])
  func neverOverwrites(kind: String) throws {
    let path = folder.file()
    let bytes = FileBytes(bytes: Array("precious".utf8))
    var taken = path
    switch kind {
    case "file": try bytes.write(to: path)
    case "empty": try FileBytes(bytes: []).write(to: path)
    case "folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "link":
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "/nowhere/at/all")
    default:
      taken = "\(path)-\(kind)"
      try bytes.write(to: taken)
    }
    let error = #expect(throws: StoreFileError.self) { try StoreFile.create(at: path) }
    #expect(error == StoreFileError(taken, .alreadyExists))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    if kind == "file" || taken != path { #expect(try FileBytes(taken).bytes == bytes.bytes) }
  }

  @Test("Of several that create the same file at once one succeeds")
  func creationRace() async throws {
    let path = folder.file()
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 1...8 { group.addTask { (try? StoreFile.create(at: path)) != nil } }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 } == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["course.gradebook"])
  }

  @Test("Where nothing can be created the reason is told")
  func creationRefused() {
    let nowhere = folder.file("no/such/folder/a.gradebook")
    #expect(problem { try StoreFile.create(at: nowhere) } == .notFound)
    // Nobody may create files there, whatever rights he has.
    guard case .notPermitted = problem({ try StoreFile.create(at: "/sys/a.gradebook") }) else {
      Issue.record("/sys takes files")
      return
    }
  }

  @Test("What is not there, or is no file, is told apart")
  func absence() async throws {
    #expect(await problem(ofOpening: folder.file()) == .notFound)
    #expect(await problem(ofOpening: folder.file("a/b")) == .notFound)
    #expect(await problem(ofOpening: folder.path) == .isDirectory)
    #expect(await problem(ofOpening: "/dev/null") == .notAGradebook("it is not a regular file"))
    let pipe = folder.file("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(await problem(ofOpening: pipe) == .notAGradebook("it is not a regular file"))
    for name in ["", ":memory:"] {
      #expect(
        problem { _ = try SQLiteEventStore.open(at: name) } == .notFound)
    }
    #expect(problem { _ = try SQLiteEventStore.open(at: "\(folder.path)\0x") } == .notFound)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
  }

  @Test("A file of another kind is not a gradebook and stays as it is")
  func otherFiles() async throws {
    let path = folder.file()
    for text in ["", "name,points\nada,5\n", String(repeating: "SQLite format 3\0", count: 300)] {
      let bytes = Array(text.utf8)
      try FileBytes(bytes: bytes).write(to: path)
      guard case .notAGradebook = await problem(ofOpening: path) else {
        Issue.record("\(text.prefix(20)) was opened")
        continue
      }
      #expect(try FileBytes(path).bytes == bytes)
    }
    try FileManager.default.removeItem(atPath: path)
    try FileBytes(bytes: []).write(to: path)
    do {
      let other = try RawDatabase(path)
      try other.run("PRAGMA application_id = 77; CREATE TABLE event (x)")
    }
    let bytes = try FileBytes(path).bytes
    guard case .notAGradebook = await problem(ofOpening: path) else {
      Issue.record("the database of another program was opened")
      return
    }
    #expect(try FileBytes(path).bytes == bytes)
  }

  @Test("A file of a newer grader is not touched, and the known format is told")
  func newerFormat() async throws {
    let path = folder.file()
    try StoreFile.create(at: path)
    try RawDatabase(path).run("PRAGMA user_version = 7; DROP TABLE head")
    #expect(await problem(ofOpening: path) == .newerFormat(found: 7, known: 1))
    let error = #expect(throws: StoreFileError.self) { try SQLiteEventStore.open(at: path) }
    #expect(
      error?.description.contains("has format 7, and this grader knows formats up to 1") == true)
  }

  @Test(
    "An examination changes nothing, and reads what is still in the log", arguments: [false, true])
  func readingOnly(isOpen: Bool) async throws {
    let path = folder.file()
    var store: SQLiteEventStore? = try SQLiteEventStore.create(at: path)
    _ = try await store?.append(
      [NewEvent(id: "a", type: "t", payload: .null)], to: "lot", expecting: .any, at: 0)
    let head = try #require(store).head()
    if !isOpen { store = nil }
    let before = try FileBytes(path).bytes
    #expect(try await SQLiteEventStore.verify(at: path) == .sound(head))
    #expect(try FileBytes(path).bytes == before)
    if let store {
      #expect(try store.head() == head)
    } else {
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["course.gradebook"])
    }
  }

  @Test("What a process left in the log when it died is read and stays there")
  func leftLog() async throws {
    let path = folder.file()
    let store = try SQLiteEventStore.create(at: path)
    _ = try await store.append(
      [NewEvent(id: "a", type: "t", payload: .null)], to: "lot", expecting: .any, at: 0)
    let other = try TemporaryFolder()
    for end in ["", "-wal"] { try FileBytes(path + end).write(to: other.file() + end) }
    let before = try ["", "-wal"].map { try FileBytes(other.file() + $0).bytes }
    #expect(before[1].count > 0)
    #expect(try await SQLiteEventStore.verify(at: other.file()) == .sound(store.head()))
    let reader = try SQLiteEventStore.open(at: other.file(), mode: .readOnly)
    #expect(try await reader.read("lot", from: 1, limit: 1).version == 1)
    #expect(try ["", "-wal"].map { try FileBytes(other.file() + $0).bytes } == before)
  }

  @Test(
    "In a folder in which nothing can be written a copy can be examined and read, and not written")
  func readOnlyFolder() async throws {
    let path = folder.file()
    var store: SQLiteEventStore? = try SQLiteEventStore.create(at: path)
    _ = try await store?.append(
      [NewEvent(id: "a", type: "t", payload: .null)], to: "lot", expecting: .any, at: 0)
    let head = try #require(store).head()
    store = nil
    chmod(path, 0o444)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    // The superuser may write anywhere, so he looks through the eyes of someone who may not.
    let nobody = [
      "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all",
    ]
    let program = try TemporaryFolder()
    chmod(program.path, 0o755)
    let hand = try Hand(
      "examine", path, by: geteuid() == 0 ? nobody : [], copiedTo: program.file("hand"))
    let lines = try await hand.lines()
    try #require(lines.count == 3)
    #expect(lines[0] == "\(ChainVerdict.sound(head))")
    #expect(lines[1] == "1 can be read")
    #expect(lines[2].contains("cannot be opened or written (Permission denied)"))
  }

  @Test("A relative path and odd names are names of files like any other")
  func names() async throws {
    for name in ["file:x?mode=memory", "a b", "%41", "ü?#&=1", "-x", "quote'\""] {
      let path = folder.file(name)
      let store = try SQLiteEventStore.create(at: path)
      _ = try await store.append(
        [NewEvent(id: "a", type: "t", payload: .null)], to: "lot", expecting: .any, at: 0)
      #expect(try SQLiteEventStore.open(at: path).head().count == 1)
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }
}
