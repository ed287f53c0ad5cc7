import CQRS
import EventSourcing

/// The feed, with its errors as a pump throws them.
extension EventFeed {
  /// Returns the next events after a position, whatever their streams.
  func events(after position: GlobalPosition, limit: Int)
    async throws(ProjectionError) -> FeedPage
  {
    do throws(EventStoreError) {
      return try await page(after: position, limit: limit, types: nil)
    } catch {
      throw .feed(error)
    }
  }
}

/// A view store, with its faults as a pump throws them.
extension ViewStore {
  /// Returns the checkpoint of a projection, nil if it has none.
  func position(of projection: ProjectionName) async throws(ProjectionError) -> GlobalPosition? {
    do throws(StorageFault) {
      return try await checkpoint(of: projection)
    } catch {
      throw .views(error)
    }
  }

  /// Stores changes of a projection together with its new checkpoint.
  func store(
    _ writes: [ViewWrite], of projection: ProjectionName, upTo checkpoint: GlobalPosition
  ) async throws(ProjectionError) {
    do throws(StorageFault) {
      try await commit(ViewCommit(projection: projection, writes: writes, checkpoint: checkpoint))
    } catch {
      throw .views(error)
    }
  }
}
