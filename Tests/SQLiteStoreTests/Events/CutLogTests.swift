import EventChain
import EventSourcing
import SQLiteStore
import TestSupport
import Testing

@Suite("A write-ahead log that is cut off holds whole batches", .timeLimit(.minutes(10)))
struct CutLogTests {
  /// The bytes of each frame of SQLite's write-ahead log: a page and what is said of it.
  private static let frame = 24 + 4_096

  @Test(
    "Wherever the log ends, a batch is there as a whole or not at all, and the next one follows it")
  func cuts() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    let store = try SQLiteEventStore.create(at: path)
    _ = try await store.append(Self.events("first", 1), to: "lot", expecting: .noStream, at: 0)
    let before = try FileBytes(path + "-wal").bytes.count
    // Large enough for several frames, each of which could be the last.
    let batch = Self.events("batch", 12)
    _ = try await store.append(batch, to: "lot", expecting: .exact(1), at: 0)
    let (file, log) = try (FileBytes(path).bytes, FileBytes(path + "-wal").bytes)
    let frames = (log.count - before) / Self.frame
    try #require(frames > 3 && log.count == before + frames * Self.frame)

    var versions: Set<Int> = []
    for end in 0...frames {
      for cut in [-1, 0, 1, Self.frame / 2] {
        let length = min(before + end * Self.frame + cut, log.count)
        guard length >= before else { continue }
        let copy = try TemporaryFolder()
        try FileBytes(bytes: file).write(to: copy.file())
        try FileBytes(bytes: Array(log.prefix(length))).write(to: copy.file() + "-wal")
        let reopened = try SQLiteEventStore.open(at: copy.file())
        let version = try await reopened.read("lot", from: 1, limit: 100).version.rawValue
        #expect(version == (length == log.count ? 13 : 1), "\(length) of \(log.count) bytes")
        versions.insert(version)
        let receipt = try await reopened.append(batch, to: "lot", expecting: .exact(1), at: 0)
        #expect(receipt.version == 13)
        #expect(
          try await SQLiteEventStore.verify(at: copy.file(), expecting: store.head())
            == .sound(store.head()))
      }
    }
    #expect(versions == [1, 13])
  }

  /// Events of one batch.
  private static func events(_ name: String, _ count: Int) -> [NewEvent] {
    (1...count).map {
      NewEvent(
        id: EventID(rawValue: "\(name)/\($0)"), type: "t",
        payload: .string(String(repeating: "x", count: 2_000)))
    }
  }
}
