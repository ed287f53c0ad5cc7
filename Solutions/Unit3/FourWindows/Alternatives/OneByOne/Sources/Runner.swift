import CQRS
import EventSourcing

/// Commits after every single event, so no event ever has to see what is not committed.
actor Runner: ProjectionRunner {
  private let projection: any Projection
  private let feed: any EventFeed
  private let views: any ViewStore
  private let batch: Int

  init(_ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int) {
    self.projection = projection
    self.feed = feed
    self.views = views
    self.batch = batch
  }

  /// Takes all events of the feed, whatever their types, and passes on those that are wanted.
  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    let name = projection.name
    do {
      var reached = try await views.checkpoint(of: name)
      var isCaughtUp = false
      while !isCaughtUp {
        let page = try await page(after: reached ?? .start)
        for event in page.events where event.position > reached ?? .start {
          let isWanted = projection.handles.contains(event.event.type)
          let writes = isWanted ? try await projection.writes(for: event, reading: views) : []
          try await views.commit(
            ViewCommit(projection: name, writes: writes, checkpoint: event.position))
          reached = event.position
        }
        isCaughtUp = page.caughtUp
      }
      return reached ?? .start
    } catch let fault as StorageFault {
      throw .views(fault)
    } catch let error as ProjectionError {
      throw error
    } catch {
      fatalError("nothing else is thrown here")
    }
  }

  /// Clears the projection and catches up.
  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    do { try await views.clear(projection.name) } catch { throw .views(error) }
    return try await catchUp()
  }

  /// The next page of all events.
  private func page(after position: GlobalPosition) async throws(ProjectionError) -> FeedPage {
    do { return try await feed.page(after: position, limit: batch, types: nil) } catch {
      throw .feed(error)
    }
  }
}
