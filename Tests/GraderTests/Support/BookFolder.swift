import CSQLite
import EventChain
import EventSourcing
import Foundation
import GradebookAccess
import Registrar
import SQLiteStore
import Testing

/// A new gradebook in a folder of its own, and a registrar's office over it beside the program's.
final class BookFolder: Sendable {
  private let folder: URL
  /// The gradebook's file.
  let path: String
  /// The use cases, over the same file.
  let registrar: Registrar

  /// Creates the gradebook.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "books-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.appending(path: "gradebook.sqlite").path
    try StoreFile.create(at: path)
    let file = try StoreFile.open(at: path)
    registrar = Registrar(
      course: try GraderProgram.course(), gradebook: GradebookStores(file),
      now: { Timestamp(rawValue: Int64(Date().timeIntervalSince1970 * 1_000)) },
      randomNumber: { .random(in: .min ... .max) })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Moves everything that is recorded from the log into the file itself.
  func checkpoint() throws {
    var connection: OpaquePointer?
    try #require(sqlite3_open(path, &connection) == SQLITE_OK)
    defer { sqlite3_close(connection) }
    let statement = "PRAGMA wal_checkpoint(TRUNCATE)"
    try #require(sqlite3_exec(connection, statement, nil, nil, nil) == SQLITE_OK)
  }

  /// The path of another file beside the gradebook.
  func file(_ name: String) -> String { folder.appending(path: name).path }

  /// Runs the grader with this gradebook.
  func run(_ arguments: [String]) async throws -> GraderProgram.Run {
    try await GraderProgram.run(arguments + ["--gradebook", path])
  }

  /// What the file holds, as long as nobody is using it.
  var head: String {
    get throws { try SQLiteEventStore.open(at: path, mode: .readOnly).head().description }
  }
}
