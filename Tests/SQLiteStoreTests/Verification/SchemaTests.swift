import EventChain
import EventSourcing
import SQLiteStore
import Testing

@Suite("A file holds the grader's tables and nothing else", .timeLimit(.minutes(10)))
struct SchemaTests {
  @Test(
    "Anything put into the schema is named, and such a file is not opened",
    arguments: [
      (
        """
        CREATE TRIGGER hush AFTER INSERT ON event BEGIN
          UPDATE event SET payload = 'null' WHERE position = new.position;
        END
        """, "trigger hush"
      ),
      ("CREATE VIEW everything AS SELECT * FROM event", "view everything"),
      ("CREATE TABLE notes (text)", "table notes"),
      ("CREATE INDEX by_type ON event (type)", "index by_type"),
      ("CREATE TABLE keyed (name TEXT PRIMARY KEY)", "table keyed"),
      ("ALTER TABLE event ADD COLUMN mark TEXT", "table event was altered"),
      ("ALTER TABLE event RENAME COLUMN type TO kind", "table event was altered"),
      ("ALTER TABLE head RENAME TO neck", "table neck"),
      ("DROP TABLE view_document", "lost"),
      ("DROP TABLE head", "lost head"),
      ("ANALYZE", "table sqlite_stat1"),
    ])
  func objects(change: String, words: String) async throws {
    let book = try await SampleBook()
    try book.raw.run(change)
    let flaw = try await book.flaw()
    #expect(flaw?.kind == .schema)
    #expect(flaw?.description.contains(words) == true, "\(flaw as Any)")
    for mode in [StoreFile.Mode.readWrite, .readOnly] {
      let error = #expect(throws: StoreFileError.self) {
        try SQLiteEventStore.open(at: book.path, mode: mode)
      }
      #expect(error?.description.contains(words) == true)
    }
  }

  @Test("A trigger that comes while a store is open changes nothing that the store writes")
  func lateTrigger() async throws {
    let book = try await SampleBook()
    let store = try SQLiteEventStore.open(at: book.path)
    try book.raw.run(
      """
      CREATE TRIGGER hush AFTER INSERT ON event BEGIN
        UPDATE event SET payload = 'null' WHERE position = new.position;
      END
      """)
    _ = try await store.append(
      [NewEvent(id: "new", type: "t", payload: .int(5))], to: "lot-a", expecting: .any, at: 0)
    #expect(try book.value("payload", at: SampleBook.count + 1) == .text(Array("5".utf8)))
    #expect(try await book.flaw()?.kind == .schema)
    try book.raw.run("DROP TRIGGER hush")
    #expect(try await book.verdict() == .sound(try store.head()))
  }
}
