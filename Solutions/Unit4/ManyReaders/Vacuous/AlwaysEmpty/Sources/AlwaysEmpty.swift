import CQRS
import EventSourcing
import SeedVault

/// A router that knows one partition and no position.
struct VaultRouter: PartitionRouter {
  /// Says the first.
  func partition(of stream: StreamID, count: Int) -> Int { 0 }

  /// Says that nobody has come anywhere.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? { nil }
}

/// A read side in which nothing ever happens.
struct VaultReads: VaultScaledReads {
  private let count: Int

  /// Counts the partitions.
  init(
    router: any PartitionRouter, feed: any EventFeed, partitions: [any ViewStore],
    projections: [any Projection]
  ) {
    count = partitions.count
  }

  /// Stays at the start.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition { .start }

  /// Finds nothing.
  func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    QueryAnswer(view: nil, asOf: .start)
  }

  /// Says that all is well and nobody has come anywhere.
  func status() async -> [PartitionStatus] {
    (0..<count).map { PartitionStatus(partition: $0, position: nil, healthy: true) }
  }
}
