package import CQRS
package import EventSourcing

/// Carries a projection along a feed, batch by batch, each batch in one commit with its checkpoint.
///
/// **Each page of the feed is one commit.** Whatever a page's events do to one document is written once, as the last of
/// them leaves it, so that a rebuild costs what the documents cost and not what the events cost.
///
/// **A page that does not get on is a fault of the feed.** A feed that says there is more and stays where it is would
/// be asked for ever; the run ends with `feed(.storage(.unavailable))` instead.
package struct CheckpointedRunner: ProjectionRunner {
  /// What is carried along.
  private let projection: any Projection
  /// The events.
  private let feed: any EventFeed
  /// The documents and the checkpoint.
  private let views: any ViewStore
  /// The largest number of events to ask for at once.
  private let batch: Int

  /// Creates a runner.
  package init(
    _ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int
  ) {
    precondition(batch > 0, "a batch holds one event or more")
    self.projection = projection
    self.feed = feed
    self.views = views
    self.batch = batch
  }

  /// Applies all events after the checkpoint.
  package func catchUp() async throws(ProjectionError) -> GlobalPosition {
    var position = GlobalPosition.start
    do {
      position = try await views.checkpoint(of: projection.name) ?? .start
    } catch {
      throw .views(error)
    }
    return try await run(after: position)
  }

  /// Discards everything of the projection and applies all events again.
  package func rebuild() async throws(ProjectionError) -> GlobalPosition {
    do {
      try await views.clear(projection.name)
    } catch {
      throw .views(error)
    }
    return try await run(after: .start)
  }

  // MARK: - Support

  /// Applies all events after a position, page by page.
  private func run(after start: GlobalPosition) async throws(ProjectionError) -> GlobalPosition {
    var position = start
    while true {
      let page = try await page(after: position)
      let (pending, reached, poison) = try await apply(page.events, after: position)
      if let poison {
        try await commit(pending, reached, after: position)
        throw poison
      }
      let next = max(page.next, reached)
      try await commit(pending, next, after: position)
      if page.caughtUp { return next }
      guard next > position else { throw .feed(.storage(.unavailable)) }
      position = next
    }
  }

  /// Asks the feed for events.
  private func page(after position: GlobalPosition) async throws(ProjectionError) -> FeedPage {
    do {
      return try await feed.page(after: position, limit: batch, types: projection.handles)
    } catch {
      throw .feed(error)
    }
  }

  /// Applies events one after the other, each to what those before it have left.
  ///
  /// - Returns: The changes, the position of the last event applied, and the poison that ended it, if there was any.
  private func apply(
    _ events: [RecordedEvent], after start: GlobalPosition
  ) async throws(ProjectionError) -> (PendingViews, GlobalPosition, poison: ProjectionError?) {
    let pending = PendingViews(over: views)
    var reached = start
    // A feed may return what was there before: an event counts once.
    for event in events where event.position > reached {
      do throws(ProjectionError) {
        pending.apply(try await projection.writes(for: event, reading: pending))
      } catch {
        guard case .poison = error else { throw error }
        return (pending, reached, error)
      }
      reached = event.position
    }
    return (pending, reached, nil)
  }

  /// Stores changes and the checkpoint together, if anything is new.
  private func commit(
    _ pending: PendingViews, _ reached: GlobalPosition, after position: GlobalPosition
  ) async throws(ProjectionError) {
    guard reached > position else { return }
    do {
      try await views.commit(
        ViewCommit(projection: projection.name, writes: pending.writes, checkpoint: reached))
    } catch {
      throw .views(error)
    }
  }
}
