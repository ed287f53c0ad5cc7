import CQRS
import EventChain
import EventSourcing
import SQLiteStore
import TestSupport
import Testing

@Suite(
  "Documents and checkpoints live in the gradebook's file",
  .timeLimit(.minutes(10)), .collectingFaults)
struct ViewStoreTests {
  private let folder: TemporaryFolder
  private let path: String
  private let views: SQLiteViewStore
  private let cards: ProjectionName = "cards"
  private let marks: ProjectionName = "marks"

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file()
    try StoreFile.create(at: path)
    views = try StoreFile.open(at: path).views
  }

  /// Commits changes.
  private func commit(
    _ projection: ProjectionName, _ writes: [ViewWrite], at checkpoint: GlobalPosition? = nil
  ) async throws {
    try await views.commit(
      ViewCommit(projection: projection, writes: writes, checkpoint: checkpoint))
  }

  @Test("A file without documents answers with nothing")
  func empty() async throws {
    #expect(try await views.get(ViewKey("cards", "a")) == nil)
    #expect(try await views.all(in: "cards") == [:])
    #expect(try await views.checkpoint(of: cards) == nil)
  }

  @Test("Documents of every kind come back as they were put, also to another process's store")
  func documents() async throws {
    let documents: [String: JSONValue] = [
      "": .null, "a": .bool(true), "A": .bool(false), "a ": .int(.max), "b": .int(.min),
      "c": .number(0.1), "d": .number(-1.5e300),
      "e": .string("\u{0}\u{1F}\"\\/\u{7F}é\u{10FFFF}\n\r\t"),
      "f": .array([]), "g": .object([:]), "%": .array([.int(1), .array([.null])]),
      "лот-🌾": .object(["": .int(0), "b": .object(["c": .string("")]), "a": .null]),
      "nul\u{0}byte": .string("x"),
    ]
    try await commit(
      cards, documents.map { .put(ViewKey("cards", $0.key), $0.value) }, at: 7)
    for store in [views, try StoreFile.open(at: path, mode: .readOnly).views] {
      #expect(try await store.all(in: "cards") == documents)
      for (id, document) in documents {
        #expect(try await store.get(ViewKey("cards", id)) == document)
      }
      #expect(try await store.checkpoint(of: cards) == 7)
      for other in ["card", "cards ", "CARDS", "", "cards\u{0}"] {
        #expect(try await store.all(in: other) == [:])
      }
    }
  }

  @Test("Names that Swift calls equal name one document")
  func equalNames() async throws {
    try await commit(cards, [.put(ViewKey("caf\u{E9}", "e\u{301}"), .int(1))])
    try await commit(cards, [.put(ViewKey("cafe\u{301}", "\u{E9}"), .int(2))])
    #expect(try await views.all(in: "caf\u{E9}") == ["\u{E9}": .int(2)])
    #expect(try await views.get(ViewKey("cafe\u{301}", "e\u{301}")) == .int(2))
  }

  @Test("Changes are made in their order, and a checkpoint stays unless it is given")
  func order() async throws {
    let key = ViewKey("cards", "a")
    try await commit(cards, [.put(key, .int(1)), .put(key, .int(2)), .remove(key)], at: 3)
    #expect(try await views.get(key) == nil)
    try await commit(cards, [.remove(key), .put(key, .int(3))])
    #expect(try await views.get(key) == .int(3))
    #expect(try await views.checkpoint(of: cards) == 3)
    try await commit(cards, [], at: 2)
    #expect(try await views.checkpoint(of: cards) == 2)
    #expect(try await views.checkpoint(of: marks) == nil)
  }

  @Test("A commit of which one part cannot be stored stores nothing")
  func atomicity() async throws {
    try await commit(cards, [.put(ViewKey("cards", "a"), .int(1))], at: 1)
    let writes: [ViewWrite] = [
      .put(ViewKey("cards", "a"), .int(2)), .remove(ViewKey("cards", "a")),
      .put(ViewKey("cards", "b"), .int(3)), .put(ViewKey("cards", "c"), .array([.number(.nan)])),
    ]
    await #expect(throws: StorageFault.notWritten) { try await commit(cards, writes, at: 9) }
    #expect(StoreFaults.ofFile?.description.contains("the document c of cards") == true)
    #expect(try await views.all(in: "cards") == ["a": .int(1)])
    #expect(try await views.checkpoint(of: cards) == 1)
  }

  @Test("A locked file is unavailable for commits and clearing, and nothing of them happens")
  func locked() async throws {
    let views = try StoreFile.open(at: path, patience: .milliseconds(20)).views
    try await commit(cards, [.put(ViewKey("cards", "a"), .int(1))], at: 1)
    let other = try RawDatabase(path)
    try other.run("BEGIN IMMEDIATE")
    await #expect(throws: StorageFault.unavailable) {
      try await views.commit(ViewCommit(projection: cards, writes: [], checkpoint: 2))
    }
    await #expect(throws: StorageFault.unavailable) { try await views.clear(cards) }
    #expect(StoreFaults.ofFile?.problem == .busy)
    #expect(try await views.get(ViewKey("cards", "a")) == .int(1))
    try other.run("ROLLBACK")
    #expect(try await views.checkpoint(of: cards) == 1)
  }

  @Test("A store that was opened for reading refuses commits and clearing")
  func readOnly() async throws {
    let reader = try StoreFile.open(at: path, mode: .readOnly).views
    await #expect(throws: StorageFault.unavailable) {
      try await reader.commit(ViewCommit(projection: cards, writes: [], checkpoint: 2))
    }
    await #expect(throws: StorageFault.unavailable) { try await reader.clear(cards) }
    #expect(try await views.checkpoint(of: cards) == nil)
  }

  @Test("Clearing takes the documents a projection put last, wherever they are, and no others")
  func ownership() async throws {
    try await commit(
      cards,
      [
        .put(ViewKey("cards", "a"), .int(1)), .put(ViewKey("cards", "b"), .int(2)),
        .put(ViewKey("marks", "c"), .int(3)),
      ], at: 5)
    try await commit(
      marks,
      [
        .put(ViewKey("marks", "d"), .int(4)), .put(ViewKey("cards", "b"), .int(5)),
        .remove(ViewKey("cards", "none")),
      ], at: 6)
    try await views.clear(cards)
    #expect(try await views.all(in: "cards") == ["b": .int(5)])
    #expect(try await views.all(in: "marks") == ["d": .int(4)])
    #expect(try await views.checkpoint(of: cards) == nil)
    #expect(try await views.checkpoint(of: marks) == 6)
    // Taken back, it belongs to the first again.
    try await commit(cards, [.put(ViewKey("cards", "b"), .int(6))])
    try await views.clear(marks)
    #expect(try await views.all(in: "cards") == ["b": .int(6)])
    #expect(try await views.all(in: "marks") == [:])
    try await views.clear("nobody")
  }

  @Test("Documents are no part of the chain, and events no part of clearing")
  func besideEvents() async throws {
    let store = try SQLiteEventStore.open(at: path)
    _ = try await store.append(
      [NewEvent(id: "a", type: "t", payload: .null)], to: "lot", expecting: .any, at: 0)
    let head = try store.head()
    try await commit(cards, [.put(ViewKey("cards", "a"), .int(1))], at: 1)
    #expect(try await SQLiteEventStore.verify(at: path) == .sound(head))
    try await views.clear(cards)
    #expect(try await SQLiteEventStore.verify(at: path, expecting: head) == .sound(head))
    #expect(try await store.read("lot", from: 1, limit: 1).version == 1)
  }

  @Test("Documents that were tampered with are refused, not misread", arguments: ["", "{", "nul"])
  func damage(text: String) async throws {
    try await commit(cards, [.put(ViewKey("cards", "a"), .int(1))], at: 1)
    try RawDatabase(path).rows("UPDATE view_document SET document = ?", .text(Array(text.utf8)))
    await #expect(throws: StorageFault.unavailable) { try await views.get(ViewKey("cards", "a")) }
    await #expect(throws: StorageFault.unavailable) { try await views.all(in: "cards") }
    guard case .damaged = StoreFaults.ofFile?.problem else {
      Issue.record("\(StoreFaults.ofFile as Any)")
      return
    }
  }
}
