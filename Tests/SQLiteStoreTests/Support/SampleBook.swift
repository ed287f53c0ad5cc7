import EventChain
import EventSourcing
import Foundation
import SQLiteStore
import TestSupport

/// A gradebook of some events in several streams and batches, and the hands to tamper with it.
final class SampleBook {
  /// How many events are in it.
  static let count: Int64 = 24

  /// Where it is.
  let folder: TemporaryFolder
  /// The path of the file.
  var path: String { folder.file() }
  /// The head when it was written.
  let head: Head
  /// A second connection to the file.
  let raw: RawDatabase

  /// Writes the events.
  init() async throws {
    folder = try TemporaryFolder()
    let path = folder.file()
    let store = try SQLiteEventStore.create(at: path)
    var number = 0
    for round in 1...4 {
      for (stream, size) in [("lot-a", 1), ("lot-b", 2), ("lot-d", 3)] {
        let events = (0..<size).map { _ in
          number += 1
          return NewEvent(
            id: EventID(rawValue: "e-\(number)"), type: "lot.tested", schema: 1 + number % 2,
            payload: .object(["n": .int(Int64(number)), "by": .string("ida")]),
            metadata: ["causation": "c-\(number)"])
        }
        _ = try await store.append(
          events, to: StreamID(rawValue: stream), expecting: .any,
          at: Timestamp(rawValue: Int64(1_000 * round)))
      }
    }
    head = try store.head()
    raw = try RawDatabase(path)
  }

  /// What an examination says.
  func verdict(expecting head: Head? = nil) async throws -> ChainVerdict {
    try await SQLiteEventStore.verify(at: path, expecting: head)
  }

  /// The flaw an examination finds, if it finds one.
  func flaw(expecting head: Head? = nil) async throws -> Flaw? {
    if case .broken(let flaw) = try await verdict(expecting: head) { flaw } else { nil }
  }

  /// The stored value of a column.
  func value(_ column: String, at position: Int64) throws -> RawDatabase.Value {
    try raw.rows("SELECT \(column) FROM event WHERE position = ?", .integer(position))[0][0]
  }

  /// Stores a value in a column.
  func set(_ column: String, at position: Int64, to value: RawDatabase.Value) throws {
    try raw.rows(
      "UPDATE event SET \(column) = ? WHERE position = ?", value, .integer(position))
  }

  /// Gives events other positions: the event at `from` gets position `to(from)`.
  func renumber(_ to: (Int64) -> Int64) throws {
    let positions = try raw.rows("SELECT position FROM event ORDER BY position").map(\.[0].number)
    try raw.run("BEGIN; UPDATE event SET position = -position - 1000")
    for position in positions {
      try raw.rows(
        "UPDATE event SET position = ? WHERE position = ?", .integer(to(position)),
        .integer(-position - 1_000))
    }
    try raw.run("COMMIT")
  }

  /// Runs a body that changes the file, and gives back what was there before.
  func restoring(_ body: () async throws -> Void) async throws {
    try raw.run("DROP TABLE IF EXISTS temp.kept_event; DROP TABLE IF EXISTS temp.kept_head")
    try raw.run("CREATE TEMP TABLE kept_event AS SELECT * FROM main.event")
    try raw.run("CREATE TEMP TABLE kept_head AS SELECT * FROM main.head")
    try await body()
    try raw.run(
      """
      BEGIN; DELETE FROM main.event; INSERT INTO main.event SELECT * FROM temp.kept_event;
      DELETE FROM main.head; INSERT INTO main.head SELECT * FROM temp.kept_head; COMMIT
      """)
  }
}
