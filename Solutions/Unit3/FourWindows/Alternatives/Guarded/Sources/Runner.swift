import CQRS
import EventSourcing

/// Passes on whatever the feed gives: documents know which events they contain.
struct Runner: ProjectionRunner {
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

  /// Applies page after page, from the checkpoint to the end.
  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    var position = try await checkpoint()
    while true {
      let page = try await page(after: position)
      try await apply(page, after: position)
      position = max(position, page.next)
      if page.caughtUp { return position }
    }
  }

  /// Forgets everything this projection has shown, and starts over.
  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    do { try await views.clear(projection.name) } catch { throw .views(error) }
    return try await catchUp()
  }

  /// Applies one page and commits its changes together with the position reached.
  ///
  /// - Throws: `poison` after everything before the poisonous event is committed.
  private func apply(_ page: FeedPage, after position: GlobalPosition)
    async throws(ProjectionError)
  {
    var pending = PendingViews(over: views)
    var reached = position
    for event in page.events {
      do throws(ProjectionError) {
        pending.add(try await projection.writes(for: event, reading: pending))
      } catch {
        if case .poison = error, reached > position { try await commit(pending, reached) }
        throw error
      }
      reached = max(reached, event.position)
    }
    if page.next > position { try await commit(pending, page.next) }
  }

  /// Stores changes and checkpoint in one step.
  private func commit(_ pending: PendingViews, _ checkpoint: GlobalPosition)
    async throws(ProjectionError)
  {
    let commit = ViewCommit(
      projection: projection.name, writes: pending.writes, checkpoint: checkpoint)
    do { try await views.commit(commit) } catch { throw .views(error) }
  }

  /// The position after which to go on.
  private func checkpoint() async throws(ProjectionError) -> GlobalPosition {
    do { return try await views.checkpoint(of: projection.name) ?? .start } catch {
      throw .views(error)
    }
  }

  /// The next page of events that the projection wants.
  private func page(after position: GlobalPosition) async throws(ProjectionError) -> FeedPage {
    do {
      return try await feed.page(after: position, limit: batch, types: projection.handles)
    } catch { throw .feed(error) }
  }
}
