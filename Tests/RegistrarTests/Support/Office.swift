import Assessment
import EventChain
import EventSourcing
import Foundation
import GradebookAccess
import Grading
import Registrar
import SQLiteStore
import Synchronization

/// A registrar's office over a new gradebook, with the repository's own course and a clock of its own.
final class Office: Sendable {
  /// The gradebook's folder.
  let folder: URL
  /// The gradebook's file.
  var path: String { folder.appending(path: "gradebook.sqlite").path }
  /// The use cases.
  let registrar: Registrar
  /// The gradebook's events.
  let store: SQLiteEventStore
  private let time: Time

  /// A clock that is set by hand.
  private final class Time: Sendable {
    let now = Mutex<Int64>(1_700_000_000_000)
  }

  /// Opens an office.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let path = folder.appending(path: "gradebook.sqlite").path
    try StoreFile.create(at: path)
    let file = try StoreFile.open(at: path)
    let time = Time()
    store = file.events
    self.time = time
    registrar = Registrar(
      course: try Self.course(), gradebook: GradebookStores(file),
      now: { Timestamp(rawValue: time.now.withLock { $0 }) },
      randomNumber: { .random(in: .min ... .max) })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The repository's own course.
  static func course() throws -> Course { try Course(at: Self.root) }

  /// The checkout these tests were built from.
  static let root: String = {
    var folder = URL(filePath: #filePath)
    for _ in 1...4 { folder.deleteLastPathComponent() }
    return folder.path
  }()

  /// Lets time pass, or run backward.
  func pass(seconds: Int64) {
    time.now.withLock { $0 += seconds * 1_000 }
  }

  /// The number of events recorded so far.
  var eventCount: Int64 { get throws { try store.head().count } }
}
