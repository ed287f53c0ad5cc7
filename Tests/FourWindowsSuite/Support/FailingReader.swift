import CQRS
import EventSourcing
import Synchronization

/// A reader that cannot be used.
final class FailingReader: ViewReader {
  private let asked = Mutex(false)

  /// Whether anybody tried.
  var wasAsked: Bool { asked.withLock { $0 } }

  /// Fails.
  private func fail() -> StorageFault {
    asked.withLock { $0 = true }
    return .unavailable
  }

  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? { throw fail() }

  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    throw fail()
  }

  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    throw fail()
  }
}
