import CQRS
import EventSourcing
import Synchronization

/// The documents of a view store as they will be once changes that are not committed yet are.
///
/// A single document is asked of the store once; what was read or changed is kept until the commit.
final class PendingViews: ViewReader {
  private struct State {
    /// What was read or will be, by key; nil stands for a document that is not there.
    var documents: [ViewKey: JSONValue?] = [:]
    /// The keys of changed documents, in the order of their first change.
    var changed: [ViewKey] = []
    /// The same keys, to be found.
    var isChanged: Set<ViewKey> = []
  }

  private let views: any ViewStore
  private let state = Mutex(State())

  /// Begins with what is committed.
  init(over views: any ViewStore) {
    self.views = views
  }

  /// The changes, one for each document, as the last change left it.
  var writes: [ViewWrite] {
    state.withLock { state in
      state.changed.map { key in
        // Two levels: whether the document is known, and whether there is one.
        if let known = state.documents[key], let document = known {
          .put(key, document)
        } else {
          .remove(key)
        }
      }
    }
  }

  /// Makes changes on top of those before.
  func apply(_ writes: [ViewWrite]) {
    state.withLock { state in
      for write in writes {
        let (key, document): (ViewKey, JSONValue?) =
          switch write {
          case .put(let key, let document): (key, document)
          case .remove(let key): (key, nil)
          }
        state.documents.updateValue(document, forKey: key)
        if state.isChanged.insert(key).inserted { state.changed.append(key) }
      }
    }
  }

  // MARK: - Reading

  /// One document.
  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    if let known = state.withLock({ $0.documents[key] }) { return known }
    let document = try await views.get(key)
    return state.withLock { state in
      // A change that was made meanwhile wins.
      if let known = state.documents[key] { return known }
      state.documents.updateValue(document, forKey: key)
      return document
    }
  }

  /// All documents of a collection.
  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    var documents = try await views.all(in: collection)
    state.withLock { state in
      for key in state.changed where key.collection == collection {
        documents[key.id] = state.documents[key] ?? nil
      }
    }
    return documents
  }

  /// How far a projection has come, as it is committed.
  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    try await views.checkpoint(of: projection)
  }
}
