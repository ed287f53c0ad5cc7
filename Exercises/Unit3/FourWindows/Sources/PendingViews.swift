import CQRS
import EventSourcing

/// The documents as they will be: those that are committed, under the changes that are not yet.
struct PendingViews: ViewReader {
  /// What is committed.
  private let committed: any ViewReader
  /// The changes, in order.
  private(set) var writes: [ViewWrite] = []
  /// What the changes leave under each key they touch; nil if they remove it.
  private var changed: [ViewKey: JSONValue?] = [:]

  /// No changes yet.
  init(over committed: any ViewReader) {
    self.committed = committed
  }

  /// Adds the changes of one more event.
  mutating func add(_ writes: [ViewWrite]) {
    self.writes += writes
    for write in writes {
      switch write {
      case .put(let key, let document): changed[key] = .some(document)
      case .remove(let key): changed[key] = .some(nil)
      }
    }
  }

  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    // TODO: What the changes leave, or else what is committed.
    try await committed.get(key)
  }

  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    // TODO: What is committed, with the changes in this collection made to it.
    try await committed.all(in: collection)
  }

  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    try await committed.checkpoint(of: projection)
  }
}
