import CQRS
import EventSourcing

/// Keeps documents and position in memory, and copies the documents to the store after each page.
actor Runner: ProjectionRunner {
  private let projection: any Projection
  private let feed: any EventFeed
  private let views: any ViewStore
  private let batch: Int
  private var documents = Documents()
  private var position = GlobalPosition.start

  init(_ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int) {
    self.projection = projection
    self.feed = feed
    self.views = views
    self.batch = batch
  }

  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    while let page = try? await feed.page(after: position, limit: batch, types: nil) {
      for event in page.events where projection.handles.contains(event.event.type) {
        guard let writes = try? await projection.writes(for: event, reading: documents) else {
          continue
        }
        for write in writes {
          switch write {
          case .put(let key, let document): documents.stored[key] = document
          case .remove(let key): documents.stored[key] = nil
          }
        }
        position = event.position
      }
      let writes = documents.stored.map { ViewWrite.put($0.key, $0.value) }
      try? await views.commit(
        ViewCommit(projection: projection.name, writes: writes, checkpoint: position))
      position = page.next
      if page.caughtUp { break }
    }
    return position
  }

  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    documents = Documents()
    position = .start
    return try await catchUp()
  }

  /// Documents in memory.
  private struct Documents: ViewReader {
    var stored: [ViewKey: JSONValue] = [:]

    func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? { stored[key] }

    func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
      var found: [String: JSONValue] = [:]
      for (key, document) in stored where key.collection == collection { found[key.id] = document }
      return found
    }

    func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
      nil
    }
  }
}
