import EventChain
import EventSourcing
import SQLiteStore
import SeededRandom
import TestSupport
import Testing

@Suite(
  "A hostile or damaged file is refused in words and never ends the process",
  .timeLimit(.minutes(10)), .collectingFaults)
struct HostileContentTests {
  /// Everything a store can be asked, whatever it answers.
  private static func use(_ path: String) async -> [RecordedEvent]? {
    guard let store = try? SQLiteEventStore.open(at: path) else { return nil }
    let page = try? await store.page(after: .start, limit: 1_000, types: nil)
    for stream: StreamID in ["lot-a", "lot-b", "lot-d"] {
      _ = try? await store.read(stream, from: 1, limit: 1_000)
    }
    _ = try? store.head()
    for id: EventID in ["e-1", "new"] {
      _ = try? await store.append(
        [NewEvent(id: id, type: "t", payload: .null)], to: "lot-a", expecting: .any, at: 0)
    }
    return page?.events
  }

  @Test(
    "A value of a wrong kind in any column is named by examination and refused by reading",
    arguments: [
      "stream", "version", "id", "type", "schema", "recorded_at", "payload", "metadata", "batch",
      "digest",
    ])
  func wrongKinds(column: String) async throws {
    let isNumber = ["version", "schema", "recorded_at", "batch"].contains(column)
    let wrong: [RawDatabase.Value] =
      [.null, .real(0.5)]
      + (isNumber ? [.text([0x31]), .blob([1])] : [.integer(7)])
      + (column == "digest" ? [.text(Array(repeating: 0x41, count: 32)), .blob([])] : [])
      + (["stream", "id", "type", "payload", "metadata"].contains(column)
        ? [.blob([0x7B, 0x7D])] : [])
    for value in wrong {
      let book = try await SampleBook()
      try book.withLooseSchema { raw in
        try raw.rows("UPDATE event SET \(column) = ? WHERE position = 9", value)
      }
      let flaw = try await book.flaw()
      #expect(flaw?.kind == .edited && flaw?.position == 9, "\(value): \(flaw as Any)")
      let store = try SQLiteEventStore.open(at: book.path, mode: .readOnly)
      guard column != "batch" && column != "digest" else { continue }
      await #expect(throws: EventStoreError.storage(.unavailable), "\(value)") {
        try await store.page(after: .start, limit: 100, types: nil)
      }
      guard case .damaged(let words) = StoreFaults.ofFile?.problem else {
        Issue.record("\(value): \(StoreFaults.ofFile as Any)")
        continue
      }
      #expect(words.contains("a value of \(column) is not"))
    }
  }

  @Test("An event that is there twice is named, though the indices deny it")
  func duplicates() async throws {
    let book = try await SampleBook()
    try book.withLooseSchema { raw in
      try raw.run(
        """
        INSERT INTO event SELECT 25, stream, version, id, type, schema, recorded_at, payload, metadata, batch, digest
        FROM event WHERE position = 6;
        UPDATE head SET count = 25
        """)
    }
    let flaw = try await book.flaw()
    #expect(flaw?.kind == .duplicated && flaw?.position == 25)
    #expect(flaw?.description.contains("repeats the one at position 6") == true)
  }

  @Test("Indices that do not say what the table says are found, though every event is right")
  func lyingIndices() async throws {
    let book = try await SampleBook()
    let raw = book.raw
    try raw.run("PRAGMA writable_schema = ON")
    // The two indices of the table change their places.
    let pages = try raw.rows(
      "SELECT name, rootpage FROM sqlite_schema WHERE tbl_name = 'event' AND type = 'index' ORDER BY name"
    )
    for (row, other) in [(pages[0], pages[1]), (pages[1], pages[0])] {
      try raw.rows("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", other[1], row[0])
    }
    try raw.run("PRAGMA schema_version = 99")
    let flaw = try await book.flaw()
    #expect(flaw?.kind == .order || flaw?.kind == .file, "\(flaw as Any)")
    _ = await Self.use(book.path)
  }

  @Test(
    "An index that has lost an identifier is found, though every event and every stream is right")
  func lostIdentifier() async throws {
    let book = try await SampleBook()
    // The index learns of the new identifier, and not that it was taken back.
    try book.set("id", at: 9, to: .text(Array("hidden".utf8)))
    try book.withLooseSchema { raw in
      try raw.run("UPDATE event SET id = 'e-9' WHERE position = 9")
    }
    let flaw = try await book.flaw()
    #expect(flaw?.kind == .file)
    #expect(flaw?.description.contains("sqlite_autoindex_event_2") == true, "\(flaw as Any)")
    // Such a file would let the identifier be used again.
    let ids = try book.raw.rows("SELECT id FROM event NOT INDEXED ORDER BY position").map(\.[0])
    #expect(ids[8] == .text(Array("e-9".utf8)))
  }

  @Test(
    "JSON that is none, or nested without end, is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\":1,\"a\":2}", "nul", "1e999", "01", "\"\\ud800\"", "\"\u{1}\"", "1 2",
      String(repeating: "[", count: 200_000), String(repeating: "{\"a\":", count: 100_000),
    ])
  func json(text: String) async throws {
    let book = try await SampleBook()
    for column in ["payload", "metadata"] {
      try await book.restoring {
        try book.set(column, at: 3, to: .text(Array(text.utf8)))
        let store = try SQLiteEventStore.open(at: book.path, mode: .readOnly)
        await #expect(throws: EventStoreError.storage(.unavailable)) {
          try await store.page(after: .start, limit: 100, types: nil)
        }
        await #expect(throws: EventStoreError.storage(.unavailable)) {
          try await store.read("lot-b", from: 1, limit: 100)
        }
        #expect(StoreFaults.ofFile?.description.contains("at position 3") == true)
        #expect(try await store.page(after: 3, limit: 100, types: nil).events.count == 21)
        #expect(try await book.flaw()?.position == 3)
      }
    }
  }

  @Test("Metadata that are not texts are refused", arguments: ["[]", "null", "{\"a\":1}", "\"a\""])
  func metadata(text: String) async throws {
    let book = try await SampleBook()
    try book.set("metadata", at: 3, to: .text(Array(text.utf8)))
    let store = try SQLiteEventStore.open(at: book.path, mode: .readOnly)
    await #expect(throws: EventStoreError.storage(.unavailable)) {
      try await store.page(after: .start, limit: 100, types: nil)
    }
    #expect(StoreFaults.ofFile?.description.contains("at position 3 is not made of texts") == true)
  }

  @Test(
    "Text that is no UTF-8 is refused", arguments: ["stream", "id", "type", "payload", "metadata"])
  func invalidText(column: String) async throws {
    let book = try await SampleBook()
    try book.set(column, at: 3, to: .text([0x22, 0xFF, 0xC0, 0x22]))
    let store = try SQLiteEventStore.open(at: book.path, mode: .readOnly)
    await #expect(throws: EventStoreError.storage(.unavailable)) {
      try await store.page(after: .start, limit: 100, types: nil)
    }
    #expect(try await book.flaw()?.position == 3)
  }

  @Test(
    "Numbers at the end of their range are refused, not added to", arguments: [Int64.max, .min, -1])
  func extremeNumbers(number: Int64) async throws {
    let book = try await SampleBook()
    try book.set("version", at: SampleBook.count, to: .integer(number))
    if number < 0 {
      try book.raw.run("DELETE FROM event WHERE stream = 'lot-d' AND version > 0")
    }
    let store = try SQLiteEventStore.open(at: book.path)
    await #expect(throws: EventStoreError.storage(.notWritten)) {
      try await store.append(
        [NewEvent(id: "new", type: "t", payload: .null)], to: "lot-d", expecting: .any, at: 0)
    }
    await #expect(throws: EventStoreError.storage(.unavailable)) {
      try await store.read("lot-d", from: 1, limit: 100)
    }
    guard case .damaged = StoreFaults.ofFile?.problem else {
      Issue.record("\(StoreFaults.ofFile as Any)")
      return
    }
    _ = try await store.page(after: .start, limit: 100, types: nil)
    #expect(try await book.flaw() != nil)
  }

  @Test("A value larger than any the store writes fills no memory")
  func hugeValue() async throws {
    let book = try await SampleBook()
    try book.raw.run(
      "UPDATE event SET payload = CAST(zeroblob(100000000) AS TEXT) WHERE position = 4")
    let flaw = try await book.flaw()
    #expect(flaw?.kind == .file && flaw?.position == 4)
    let store = try SQLiteEventStore.open(at: book.path)
    await #expect(throws: EventStoreError.storage(.unavailable)) {
      try await store.page(after: .start, limit: 100, types: nil)
    }
    #expect(StoreFaults.ofFile?.problem == .tooLarge)
  }

  @Test("What a finding says of hostile names cannot repaint a screen")
  func printable() async throws {
    let book = try await SampleBook()
    try book.set("stream", at: 3, to: .text(Array("\u{1B}[2J\u{202E}all is well".utf8)))
    let flaw = try await book.flaw()
    #expect(flaw?.description.contains("\\u{1B}[2J\\u{202E}all is well") == true)
  }

  @Test("Damage to the bytes of the file is found wherever it matters", arguments: 0..<6)
  func damage(seed: Int) async throws {
    let book = try await SampleBook()
    try book.raw.run("PRAGMA wal_checkpoint(TRUNCATE)")
    let whole = try FileBytes(book.path)
    let events = await Self.use(book.path)
    #expect(events?.count == Int(SampleBook.count))
    var random = SeededGenerator(seed: UInt64(seed))
    var found = 0
    for round in 0..<40 {
      let folder = try TemporaryFolder()
      var bytes = whole.bytes
      if round % 8 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      } else {
        // A run of bytes, in half of the rounds within the first page, where the file says what it is.
        let range = round % 2 == 0 ? 0..<4_096 : 0..<bytes.count
        let start = Int.random(in: range, using: &random)
        for index in start..<min(bytes.count, start + 1 << Int.random(in: 0...10, using: &random)) {
          bytes[index] = .random(in: 0...255, using: &random)
        }
      }
      try FileBytes(bytes: bytes).write(to: folder.file())
      let verdict = try? await SQLiteEventStore.verify(at: folder.file(), expecting: book.head)
      if case .sound = verdict {
        // Then the damage was where nothing is, or in documents that can be made again.
        let store = try SQLiteEventStore.open(at: folder.file(), mode: .readOnly)
        let page = try? await store.page(after: .start, limit: 1_000, types: nil)
        #expect(page.map { Array($0.events.prefix(24)) } == events)
      } else {
        found += 1
      }
      _ = await Self.use(folder.file())
    }
    #expect(found >= 5, "a file that is cut off is never sound")
  }
}
