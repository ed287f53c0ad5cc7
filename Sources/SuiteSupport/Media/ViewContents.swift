package import CQRS
package import EventSourcing

/// Everything in a view store at one moment, as a value.
package struct ViewContents: Hashable, Sendable {
  /// A document and the projection that put it last.
  private struct Owned: Hashable, Sendable {
    var owner: ProjectionName
    var document: JSONValue
  }

  private var owned: [ViewKey: Owned] = [:]
  /// How far each projection has come.
  package private(set) var checkpoints: [ProjectionName: GlobalPosition] = [:]

  /// An empty store.
  package init() {}

  /// Every document.
  package var documents: [ViewKey: JSONValue] { owned.mapValues(\.document) }

  /// The documents of a collection, by their names.
  package subscript(collection: String) -> [String: JSONValue] {
    var documents: [String: JSONValue] = [:]
    for (key, entry) in owned where key.collection == collection {
      documents[key.id] = entry.document
    }
    return documents
  }

  /// One document.
  package subscript(key: ViewKey) -> JSONValue? { owned[key]?.document }

  /// The documents that one projection put.
  package func documents(of projection: ProjectionName) -> [ViewKey: JSONValue] {
    owned.filter { $0.value.owner == projection }.mapValues(\.document)
  }

  /// Makes the changes of one commit.
  package mutating func apply(_ commit: ViewCommit) {
    for write in commit.writes {
      switch write {
      case .put(let key, let document):
        owned[key] = Owned(owner: commit.projection, document: document)
      case .remove(let key): owned[key] = nil
      }
    }
    if let checkpoint = commit.checkpoint { checkpoints[commit.projection] = checkpoint }
  }

  /// Removes the documents and the checkpoint of one projection.
  package mutating func clear(_ projection: ProjectionName) {
    owned = owned.filter { $0.value.owner != projection }
    checkpoints[projection] = nil
  }
}
