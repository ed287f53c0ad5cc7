import CQRS
import EventSourcing
import SeedVault

/// A router that puts every stream in the last partition.
struct VaultRouter: PartitionRouter {
  /// Says the last.
  func partition(of stream: StreamID, count: Int) -> Int { count - 1 }

  /// Says that all have come to the start.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? { .start }
}

/// A read side that is always down.
struct VaultReads: VaultScaledReads {
  private let count: Int

  /// Counts the partitions.
  init(
    router: any PartitionRouter, feed: any EventFeed, partitions: [any ViewStore],
    projections: [any Projection]
  ) {
    count = partitions.count
  }

  /// Says that the feed is down.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    throw .feed(.storage(.unavailable))
  }

  /// Refuses, as politely as it can.
  func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    if case .atLeast(let position) = freshness, position > .start { throw .notYet(asOf: .start) }
    throw .unavailable
  }

  /// Says that every partition is down.
  func status() async -> [PartitionStatus] {
    (0..<count).map { PartitionStatus(partition: $0, position: nil, healthy: false) }
  }
}
