import CQRS
import EventSourcing
import Synchronization

/// The documents of a view store with changes on top that are not committed yet.
final class PendingViews: ViewReader {
  /// What is committed.
  private let committed: any ViewStore
  /// The changes by key; nil stands for a removal.
  private let changes = Mutex<[ViewKey: JSONValue?]>([:])

  /// Begins without changes.
  init(over committed: any ViewStore) {
    self.committed = committed
  }

  /// Adds changes.
  func apply(_ writes: [ViewWrite]) {
    changes.withLock { changes in
      for write in writes {
        switch write {
        case .put(let key, let document): changes.updateValue(document, forKey: key)
        case .remove(let key): changes.updateValue(nil, forKey: key)
        }
      }
    }
  }

  /// Returns a document with its changes.
  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    if let change = changes.withLock({ $0[key] }) { return change }
    return try await committed.get(key)
  }

  /// Returns a collection with its changes.
  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    var documents = try await committed.all(in: collection)
    for (key, document) in changes.withLock({ $0 }) where key.collection == collection {
      documents[key.id] = document
    }
    return documents
  }

  /// Returns the committed checkpoint.
  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    try await committed.checkpoint(of: projection)
  }
}
