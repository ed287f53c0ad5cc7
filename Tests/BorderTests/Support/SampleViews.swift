import CQRS
import EventSourcing

/// A view store in memory that can be told to fail.
actor SampleViews: ViewStore {
  private var documents: [ViewKey: JSONValue] = [:]
  private var checkpoints: [ProjectionName: GlobalPosition] = [:]
  private let fault: StorageFault?

  /// An empty store; every operation throws the fault, if there is one.
  init(failing fault: StorageFault? = nil) {
    self.fault = fault
  }

  func get(_ key: ViewKey) throws(StorageFault) -> JSONValue? {
    if let fault { throw fault }
    return documents[key]
  }

  func all(in collection: String) throws(StorageFault) -> [String: JSONValue] {
    if let fault { throw fault }
    return documents.reduce(into: [:]) { all, document in
      if document.key.collection == collection { all[document.key.id] = document.value }
    }
  }

  func checkpoint(of projection: ProjectionName) throws(StorageFault) -> GlobalPosition? {
    if let fault { throw fault }
    return checkpoints[projection]
  }

  func commit(_ commit: ViewCommit) throws(StorageFault) {
    if let fault { throw fault }
    for write in commit.writes {
      switch write {
      case .put(let key, let document): documents[key] = document
      case .remove(let key): documents[key] = nil
      }
    }
    checkpoints[commit.projection] = commit.checkpoint
  }

  func clear(_ projection: ProjectionName) throws(StorageFault) {
    if let fault { throw fault }
    documents = [:]
    checkpoints[projection] = nil
  }
}
