import CQRS
import EventSourcing

/// One projection in one partition: it has its own checkpoint and reads the feed by itself.
struct Lane {
  /// What runs here.
  let projection: any Projection
  /// The partition's documents.
  let views: any ViewStore
  /// The events of all streams.
  let feed: any EventFeed

  /// Applies the own ones of the next events and commits them all at once.
  ///
  /// - Parameters:
  ///   - limit: The largest number of events to take.
  ///   - isOwn: Whether the partition has a stream.
  /// - Returns: The checkpoint reached.
  func advance(
    limit: Int, where isOwn: (StreamID) -> Bool
  ) async throws(ProjectionError) -> GlobalPosition {
    let start = try await checkpoint()
    let page = try await page(after: start, limit: limit)
    let pending = PendingViews(over: views)
    var writes: [ViewWrite] = []
    var reached = start
    for event in page.events {
      if isOwn(event.stream) {
        do throws(ProjectionError) {
          let changes = try await projection.writes(for: event, reading: pending)
          pending.apply(changes)
          writes += changes
        } catch {
          // What came before is good, and is kept.
          if reached > start { try await commit(writes, reached) }
          throw error
        }
      }
      reached = event.position
    }
    if page.next > start { try await commit(writes, page.next) }
    return page.next
  }

  /// Returns the position the lane has reached.
  private func checkpoint() async throws(ProjectionError) -> GlobalPosition {
    do throws(StorageFault) {
      return try await views.checkpoint(of: projection.name) ?? .start
    } catch {
      throw .views(error)
    }
  }

  /// Returns the next events that the projection handles.
  private func page(
    after start: GlobalPosition, limit: Int
  ) async throws(ProjectionError) -> FeedPage {
    do throws(EventStoreError) {
      return try await feed.page(after: start, limit: limit, types: projection.handles)
    } catch {
      throw .feed(error)
    }
  }

  /// Stores changes and checkpoint.
  private func commit(
    _ writes: [ViewWrite], _ checkpoint: GlobalPosition
  ) async throws(ProjectionError) {
    do throws(StorageFault) {
      try await views.commit(
        ViewCommit(projection: projection.name, writes: writes, checkpoint: checkpoint))
    } catch {
      throw .views(error)
    }
  }
}
