import CQRS
import EventSourcing
import SeedVault

/// The read side as lanes: every projection in every partition goes its own way.
final class VaultReads: VaultScaledReads {
  private let router: any PartitionRouter
  private let partitions: [any ViewStore]
  private let lanes: [[Lane]]

  /// Lays out the lanes.
  init(
    router: any PartitionRouter, feed: any EventFeed, partitions: [any ViewStore],
    projections: [any Projection]
  ) {
    self.router = router
    self.partitions = partitions
    lanes = partitions.map { views in
      projections.map { Lane(projection: $0, views: views, feed: feed) }
    }
  }

  /// Advances every lane of one partition, also when one of them gets stuck.
  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    let (router, count) = (router, partitions.count)
    var reached: GlobalPosition?
    var failure: ProjectionError?
    for lane in lanes[partition] {
      do throws(ProjectionError) {
        let position = try await lane.advance(limit: limit) { stream in
          router.partition(of: stream, count: count) == partition
        }
        reached = reached.map { min($0, position) } ?? position
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return reached ?? .start
  }

  /// Reads all checkpoints that matter, checks them, and then reads documents.
  func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    let needed: [any ViewStore] =
      if case .lotCard(let lot) = query {
        [partitions[router.partition(of: lot.stream, count: partitions.count)]]
      } else {
        partitions
      }
    guard let reading = try? await read(query, from: needed) else { throw .unavailable }
    if case .atLeast(let demand) = freshness, demand > reading.asOf {
      throw .notYet(asOf: reading.asOf)
    }
    return QueryAnswer(view: try query.view(joining: reading.documents), asOf: reading.asOf)
  }

  /// Reads the smallest checkpoint and then the documents of some partitions.
  private func read(
    _ query: VaultQuery, from needed: [any ViewStore]
  ) async throws(StorageFault) -> (asOf: GlobalPosition, documents: [[String: JSONValue]]) {
    var asOf: GlobalPosition?
    for views in needed {
      let position = try await views.checkpoint(of: query.projection) ?? .start
      asOf = asOf.map { min($0, position) } ?? position
    }
    var documents: [[String: JSONValue]] = []
    for views in needed { documents.append(try await query.documents(in: views)) }
    return (asOf ?? .start, documents)
  }

  /// Looks at every checkpoint of every partition.
  func status() async -> [PartitionStatus] {
    var statuses: [PartitionStatus] = []
    for (number, views) in partitions.enumerated() {
      var status = PartitionStatus(partition: number, position: nil, healthy: true)
      var positions: [GlobalPosition] = []
      for lane in lanes[number] {
        do throws(StorageFault) {
          if let position = try await views.checkpoint(of: lane.projection.name) {
            positions.append(position)
          }
        } catch {
          status.healthy = false
        }
      }
      if positions.count == lanes[number].count { status.position = positions.min() }
      statuses.append(status)
    }
    return statuses
  }
}
