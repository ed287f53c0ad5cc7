import CQRS
import EventSourcing
import SeedVault

/// A read side that takes the feed event by event: one page, one commit, one step.
actor VaultReads: VaultScaledReads {
  private let router: any PartitionRouter
  private let feed: any EventFeed
  private let stores: [any ViewStore]
  private let projections: [any Projection]
  /// The partitions whose pump failed at the view store and has not succeeded since.
  private var failed: Set<Int> = []

  /// Keeps what it is given.
  init(
    router: any PartitionRouter, feed: any EventFeed, partitions: [any ViewStore],
    projections: [any Projection]
  ) {
    self.router = router
    self.feed = feed
    stores = partitions
    self.projections = projections
  }

  /// Takes single steps until the limit or the end of the feed.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    do throws(ProjectionError) {
      var steps = 0
      while steps < limit, try await step(partition) { steps += 1 }
      failed.remove(partition)
      return try await asProjection { () async throws(StorageFault) in
        try await self.checkpoint(in: partition) ?? .start
      }
    } catch {
      if case .views = error { failed.insert(partition) }
      throw error
    }
  }

  /// Takes one event from the feed and moves past it.
  ///
  /// - Returns: Whether there may be more.
  private func step(_ partition: Int) async throws(ProjectionError) -> Bool {
    let views = stores[partition]
    var reached: [GlobalPosition] = []
    for projection in projections {
      reached.append(
        try await asProjection { () async throws(StorageFault) in
          try await views.checkpoint(of: projection.name) ?? .start
        })
    }
    let page: FeedPage
    do throws(EventStoreError) {
      page = try await feed.page(after: reached.min() ?? .start, limit: 1, types: nil)
    } catch {
      throw .feed(error)
    }
    for (projection, position) in zip(projections, reached) where position < page.next {
      var writes: [ViewWrite] = []
      for event in page.events where position < event.position {
        guard router.partition(of: event.stream, count: stores.count) == partition else { continue }
        writes = try await projection.writes(for: event, reading: views)
      }
      let commit = ViewCommit(projection: projection.name, writes: writes, checkpoint: page.next)
      try await asProjection { () async throws(StorageFault) in try await views.commit(commit) }
    }
    return !page.caughtUp
  }

  /// Throws a fault of a view store as one of a projection.
  private func asProjection<Value: Sendable>(
    _ body: () async throws(StorageFault) -> Value
  ) async throws(ProjectionError) -> Value {
    do throws(StorageFault) { return try await body() } catch { throw .views(error) }
  }

  /// Returns the smallest checkpoint in a partition, nil if a projection has none.
  private func checkpoint(in partition: Int) async throws(StorageFault) -> GlobalPosition? {
    var smallest: GlobalPosition?
    for projection in projections {
      guard let position = try await stores[partition].checkpoint(of: projection.name) else {
        return nil
      }
      smallest = min(smallest ?? position, position)
    }
    return smallest
  }

  /// Asks the partition of the lot, or all of them.
  func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    guard case .lotCard(let lot) = query else {
      return try await ask(Array(stores.indices), query, freshness)
    }
    return try await ask([router.partition(of: lot.stream, count: stores.count)], query, freshness)
  }

  /// Puts the answer together from some partitions.
  private func ask(
    _ numbers: [Int], _ query: VaultQuery, _ freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    var statuses: [PartitionStatus] = []
    var documents: [[String: JSONValue]] = []
    do throws(StorageFault) {
      for number in numbers {
        let position = try await stores[number].checkpoint(of: query.projection)
        statuses.append(PartitionStatus(partition: number, position: position, healthy: true))
        documents.append(try await query.documents(in: stores[number]))
      }
    } catch {
      throw .unavailable
    }
    let asOf = router.watermark(statuses) ?? .start
    switch freshness {
    case .atLeast(let position) where position > asOf: throw .notYet(asOf: asOf)
    case .atLeast, .eventual:
      return QueryAnswer(view: try query.view(joining: documents), asOf: asOf)
    }
  }

  /// Tells where every partition is; one whose pump failed is tried anew.
  func status() async -> [PartitionStatus] {
    var statuses: [PartitionStatus] = []
    for number in stores.indices {
      var status = PartitionStatus(partition: number, position: nil, healthy: true)
      do throws(StorageFault) {
        status.position = try await checkpoint(in: number)
        failed.remove(number)
      } catch {
        failed.insert(number)
      }
      status.healthy = !failed.contains(number)
      statuses.append(status)
    }
    return statuses
  }
}
