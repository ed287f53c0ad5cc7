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

  /// Returns the number of the partition that a stream belongs to.
  private func owner(of stream: StreamID) -> Int {
    router.partition(of: stream, count: partitions.count)
  }

  // MARK: - Pumping

  /// Carries one partition along the feed, with a commit for every own event and projection.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    let views = partitions[partition]
    var reached: [GlobalPosition] = []
    for projection in projections {
      reached.append(try await views.position(of: projection.name) ?? .start)
    }
    let page = try await feed.events(after: reached.min() ?? .start, limit: limit)
    for event in page.events where owner(of: event.stream) == partition {
      // A fault may have left one projection behind the others, so each skips what it has.
      for (index, projection) in projections.enumerated() where reached[index] < event.position {
        let writes = try await projection.writes(for: event, reading: views)
        try await views.store(writes, of: projection.name, upTo: event.position)
        reached[index] = event.position
      }
    }
    for (index, projection) in projections.enumerated() where reached[index] < page.next {
      try await views.store([], of: projection.name, upTo: page.next)
      reached[index] = page.next
    }
    return reached.min() ?? .start
  }

  // MARK: - Asking

  /// Answers one query from the partitions it is about, all of them or none.
  func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    var statuses: [PartitionStatus] = []
    var shares: [[String: JSONValue]] = []
    do throws(StorageFault) {
      for number in numbers(concerning: query) {
        // The checkpoint first: what is committed in between is shown but not claimed.
        let position = try await partitions[number].checkpoint(of: query.projection)
        statuses.append(PartitionStatus(partition: number, position: position, healthy: true))
        shares.append(try await query.documents(in: partitions[number]))
      }
    } catch {
      throw .unavailable
    }
    let asOf = router.watermark(statuses) ?? .start
    if case .atLeast(let position) = freshness, asOf < position { throw .notYet(asOf: asOf) }
    return QueryAnswer(view: try query.view(joining: shares), asOf: asOf)
  }

  /// Returns the numbers of the partitions that a query needs.
  private func numbers(concerning query: VaultQuery) -> [Int] {
    switch query {
    case .lotCard(let lot): [owner(of: lot.stream)]
    case .availability, .watchlist, .request: Array(partitions.indices)
    }
  }

  // MARK: - Status

  /// Returns how far every partition has come, and whether its view store works now.
  func status() async -> [PartitionStatus] {
    var statuses: [PartitionStatus] = []
    for (number, views) in partitions.enumerated() {
      do throws(StorageFault) {
        let position = try await position(in: views)
        statuses.append(PartitionStatus(partition: number, position: position, healthy: true))
      } catch {
        statuses.append(PartitionStatus(partition: number, position: nil, healthy: false))
      }
    }
    return statuses
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
