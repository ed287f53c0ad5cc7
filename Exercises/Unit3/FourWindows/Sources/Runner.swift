import CQRS
import EventSourcing

/// Carries a projection along the feed, one commit for each page.
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
    // TODO: Begin after the checkpoint, and apply page after page until the feed has no more.
    .start
  }

  /// Forgets everything this projection has shown, and starts over.
  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    // TODO: Discard this projection's documents and checkpoint, and apply all events again.
    .start
  }

  /// Applies one page and commits its changes together with the position reached.
  ///
  /// - Throws: `poison` after everything before the poisonous event is committed.
  private func apply(_ page: FeedPage, after position: GlobalPosition)
    async throws(ProjectionError)
  {
    // TODO: Collect the changes of every event in a PendingViews, and commit them once.
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
