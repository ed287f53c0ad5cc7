import CQRS
import EventSourcing
import SeedVault

/// Remembers how far each partition is, and asks whoever answers.
actor VaultReads: VaultScaledReads {
  private let router: any PartitionRouter
  private let feed: any EventFeed
  private let partitions: [any ViewStore]
  private let projections: [any Projection]
  private var positions: [Int: GlobalPosition] = [:]

  /// Keeps what it is given.
  init(
    router: any PartitionRouter, feed: any EventFeed, partitions: [any ViewStore],
    projections: [any Projection]
  ) {
    self.router = router
    self.feed = feed
    self.partitions = partitions
    self.projections = projections
  }

  /// Applies the partition's events and remembers the position.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    let page: FeedPage
    do throws(EventStoreError) {
      page = try await feed.page(after: positions[partition] ?? .start, limit: limit, types: nil)
    } catch {
      throw .feed(error)
    }
    for event in page.events
    where router.partition(of: event.stream, count: partitions.count) == partition {
      for projection in projections {
        let writes = try await projection.writes(for: event, reading: partitions[partition])
        let commit = ViewCommit(
          projection: projection.name, writes: writes, checkpoint: event.position)
        do throws(StorageFault) { try await partitions[partition].commit(commit) } catch {
          throw .views(error)
        }
      }
    }
    positions[partition] = page.next
    return page.next
  }

  /// Puts together what it gets.
  func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    var documents: [[String: JSONValue]] = []
    for views in partitions { documents.append((try? await query.documents(in: views)) ?? [:]) }
    let asOf = positions.values.min() ?? .start
    if case .atLeast(let position) = freshness, asOf < position { throw .notYet(asOf: asOf) }
    return QueryAnswer(view: try query.view(joining: documents.filter { !$0.isEmpty }), asOf: asOf)
  }

  /// Tells what it remembers.
  func status() async -> [PartitionStatus] {
    partitions.indices.map {
      PartitionStatus(partition: $0, position: positions[$0], healthy: true)
    }
  }
}
