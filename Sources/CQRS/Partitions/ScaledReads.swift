public import EventSourcing

/// Projections and queries spread over several view stores, one for each partition.
///
/// ## Pumping
///
/// **A partition applies its own events only.** These are the events of the streams the router
/// gives it, in the order of the feed; every event is applied in exactly one partition. Together
/// the partitions hold what one unpartitioned view store would hold, for any number of partitions
/// and any interleaving of pumps.
///
/// **A pump moves past foreign events.** The next `limit` events are taken from the feed, own and
/// foreign ones alike, fewer only where it ends, and the checkpoint moves past all of them. So a
/// partition without events of its own advances too.
///
/// **Each partition keeps its own checkpoints.** They are in its view store, one for each
/// projection, committed together with the changes, as ``ProjectionRunner`` demands. After a
/// restart each partition goes on where it was, and nothing counts twice.
///
/// **A pump throws what stopped it.** `feed` if the feed fails, `views` if the partition's view
/// store fails, `poison` at an own event that cannot be understood, with everything before it
/// committed. Other partitions are not affected.
///
/// ## Asking
///
/// **A query about one stream consults its partition only.** `asOf` is the checkpoint of the
/// serving projection there. Other partitions may lag or be down.
///
/// **A query about all streams consults every partition.** The answer joins their views. `asOf` is
/// the watermark: the smallest checkpoint of the serving projection in any partition, and the start
/// position if one has none.
///
/// **There is no partial answer.** If a partition that is needed cannot be read, the query throws
/// `unavailable`.
///
/// **Freshness is checked against this moment.** If `asOf` is before the position of `atLeast`,
/// `notYet` is thrown with it at once; if it is equal or later, the query is answered. In all else
/// ``QueryDesk`` applies: views may show more than `asOf` claims, never less.
///
/// **Queries do not need the feed.** While it is down they answer with the moment reached before.
///
/// ## Status
///
/// **Status tells every partition's position and health.** The position is the smallest checkpoint
/// of the partition's projections, nil if one of them has none or it cannot be read. A partition is
/// unhealthy if its view store could not be used the last time, the use by ``status()`` itself
/// included, and healthy again once it could. Whether a fault of the feed counts is left open.
///
/// ```swift
/// let reads = Reads(router: router, feed: store, partitions: stores, projections: projections)
/// for partition in stores.indices {
///   _ = try await reads.pump(partition: partition, limit: 100)
/// }
/// ```
public protocol ScaledReads<Query, View>: Sendable {
  /// What can be asked.
  associatedtype Query: Hashable & Codable & Sendable

  /// What can be shown.
  associatedtype View: Hashable & Codable & Sendable

  /// Creates the read side.
  ///
  /// - Parameters:
  ///   - router: What assigns streams to partitions.
  ///   - feed: The events of all streams.
  ///   - partitions: The view store of each partition, at least one; its index is its number.
  ///   - projections: The projections that run in every partition.
  init(
    router: any PartitionRouter,
    feed: any EventFeed,
    partitions: [any ViewStore],
    projections: [any Projection]
  )

  /// Carries one partition along the feed.
  ///
  /// - Parameters:
  ///   - partition: The number of the partition, a valid index.
  ///   - limit: The number of events to take from the feed if there are so many, 1 or more.
  /// - Returns: The position the partition has reached; the start position if it has none.
  /// - Throws: `feed`, `views` or `poison`, as described above.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition

  /// Answers one query.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - freshness: How recent the answer must be.
  /// - Returns: The view, or nil if there is no such thing, and the moment it belongs to.
  /// - Throws: `notYet` if the views are too old, `unavailable` if a partition needed is down.
  func ask(_ query: Query, freshness: Freshness) async throws(QueryError) -> QueryAnswer<View>

  /// Returns the status of every partition, by ascending number.
  ///
  /// - Returns: One status for each partition.
  func status() async -> [PartitionStatus]
}
