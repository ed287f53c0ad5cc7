public import EventSourcing

/// Projections and queries spread over several view stores.
public protocol ScaledReads<Query, View>: Sendable {
  /// What can be asked.
  associatedtype Query: Hashable & Codable & Sendable

  /// What can be shown.
  associatedtype View: Hashable & Codable & Sendable

  /// Creates the read side.
  init(
    router: any PartitionRouter,
    feed: any EventFeed,
    partitions: [any ViewStore],
    projections: [any Projection]
  )

  /// Carries one partition along the feed.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition

  /// Answers one query.
  func ask(_ query: Query, freshness: Freshness) async throws(QueryError) -> QueryAnswer<View>

  /// Returns the status of every partition.
  func status() async -> [PartitionStatus]
}
