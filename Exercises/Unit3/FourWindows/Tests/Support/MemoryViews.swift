import CQRS
import EventSourcing

/// A view store in memory, which can lose an acknowledgement.
actor MemoryViews: ViewStore {
  private var documents: [ViewKey: (owner: ProjectionName, document: JSONValue)] = [:]
  private var checkpoints: [ProjectionName: GlobalPosition] = [:]
  private var losesNextAcknowledgement = false

  /// Lets the next commit be stored but fail with `outcomeUnknown`.
  func loseNextAcknowledgement() {
    losesNextAcknowledgement = true
  }

  /// One field of a document; nil if there is no such document or field.
  func field(_ name: String, of id: String, in collection: String) -> JSONValue? {
    guard case .object(let fields) = documents[ViewKey(collection, id)]?.document else {
      return nil
    }
    return fields[name]
  }

  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? { documents[key]?.document }

  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    var found: [String: JSONValue] = [:]
    for (key, entry) in documents where key.collection == collection {
      found[key.id] = entry.document
    }
    return found
  }

  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    checkpoints[projection]
  }

  func commit(_ commit: ViewCommit) async throws(StorageFault) {
    for write in commit.writes {
      switch write {
      case .put(let key, let document): documents[key] = (commit.projection, document)
      case .remove(let key): documents[key] = nil
      }
    }
    checkpoints[commit.projection] = commit.checkpoint ?? checkpoints[commit.projection]
    guard losesNextAcknowledgement else { return }
    losesNextAcknowledgement = false
    throw .outcomeUnknown
  }

  func clear(_ projection: ProjectionName) async throws(StorageFault) {
    documents = documents.filter { $0.value.owner != projection }
    checkpoints[projection] = nil
  }
}
