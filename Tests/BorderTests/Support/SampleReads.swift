import CQRS
import EventSourcing
import SeedVault

/// A router that places streams by their length.
struct SampleRouter: PartitionRouter {
  func partition(of stream: StreamID, count: Int) -> Int { stream.rawValue.count % count }

  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? { statuses.last?.position }
}

/// A read side that tells what it was given and where it asks.
struct SampleReads: VaultScaledReads {
  let router: any PartitionRouter
  let feed: any EventFeed
  let partitions: [any ViewStore]
  let projections: [any Projection]

  /// Looks where the partition is, then at the feed.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    let position: GlobalPosition?
    do throws(StorageFault) {
      position = try await partitions[partition].checkpoint(of: projections[0].name)
    } catch {
      throw .views(error)
    }
    do throws(EventStoreError) {
      return try await feed.page(after: position ?? .start, limit: limit, types: nil).next
    } catch {
      throw .feed(error)
    }
  }

  /// Answers with the partitions of the lot and of nothing.
  func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    guard case .lotCard(let lot) = query else { throw .unavailable }
    if case .atLeast(let position) = freshness { throw .notYet(asOf: position) }
    let partition = router.partition(of: lot.stream, count: partitions.count)
    return QueryAnswer(view: .watchlist([lot]), asOf: GlobalPosition(rawValue: Int64(partition)))
  }

  /// Tells the watermark of nobody and the number of partitions.
  func status() async -> [PartitionStatus] {
    [
      PartitionStatus(
        partition: partitions.count, position: router.watermark([]), healthy: true)
    ]
  }
}
