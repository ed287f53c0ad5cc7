import CQRS
import EventSourcing
import SeedVault

/// The read side of the vault over several view stores, one for each partition.
///
/// It remembers nothing: where a partition stands is in the partition's own view store.
struct VaultReads: VaultScaledReads {
  /// What assigns streams to partitions.
  private let router: any PartitionRouter
  /// The events of all streams.
  private let feed: any EventFeed
  /// The view store of each partition; its index is its number.
  private let partitions: [any ViewStore]
  /// What runs in every partition.
  private let projections: [any Projection]

  /// Creates the read side.
  init(
    router: any PartitionRouter,
    feed: any EventFeed,
    partitions: [any ViewStore],
    projections: [any Projection]
  ) {
    self.router = router
    self.feed = feed
    self.partitions = partitions
    self.projections = projections
  }

  // MARK: - Pumping

  /// Carries one partition along the feed.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    // TODO: Find out where the partition stands, and take the next events from the feed.
    // TODO: Apply those that are its own: each projection's changes, together with its checkpoint.
    // TODO: Move all checkpoints past the others' events too.
    .start
  }

  // MARK: - Asking

  /// Answers one query from the partitions it is about.
  func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    // TODO: Which partitions is the query about? And if one of them cannot be read?
    // TODO: Which moment does the answer belong to, and is that fresh enough?
    // The documents of each partition come from `query.documents(in:)`, and
    // `query.view(joining:)` makes one view of them.
    throw .unavailable
  }

  // MARK: - Status

  /// Returns how far every partition has come, and whether its view store works now.
  func status() async -> [PartitionStatus] {
    // TODO: Try every partition.
    []
  }

  /// Returns the smallest checkpoint in one view store, nil if a projection has none.
  private func position(in views: any ViewStore) async throws(StorageFault) -> GlobalPosition? {
    var positions: [GlobalPosition?] = []
    for projection in projections {
      positions.append(try await views.checkpoint(of: projection.name))
    }
    return positions.contains(nil) ? nil : positions.compactMap(\.self).min()
  }
}
