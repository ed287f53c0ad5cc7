import CQRS
import EventSourcing
import SeedVault

/// The read side as one dispatcher that feeds partitions, each an actor.
struct VaultReads: VaultScaledReads {
  private let router: any PartitionRouter
  private let dispatcher: Dispatcher
  private let partitions: [Partition]

  /// Sets up the actors.
  init(
    router: any PartitionRouter, feed: any EventFeed, partitions: [any ViewStore],
    projections: [any Projection]
  ) {
    self.router = router
    dispatcher = Dispatcher(feed)
    self.partitions = partitions.enumerated().map {
      Partition($0.offset, views: $0.element, projections: projections)
    }
  }

  /// Hands the next events to one partition.
  func pump(partition number: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    let partition = partitions[number]
    let start: GlobalPosition
    do throws(StorageFault) {
      start = try await partition.checkpoints().map { $0 ?? .start }.min() ?? .start
    } catch {
      throw .views(error)
    }
    let page: FeedPage
    do throws(EventStoreError) {
      page = try await dispatcher.events(after: start, limit: limit)
    } catch {
      throw .feed(error)
    }
    for event in page.events {
      guard router.partition(of: event.stream, count: partitions.count) == number else { continue }
      try await partition.move(to: event.position, applying: event)
    }
    if page.next > start { try await partition.move(to: page.next, applying: nil) }
    return page.next
  }

  /// Asks all partitions that are needed at once.
  func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    var needed = partitions
    if case .lotCard(let lot) = query {
      needed = [partitions[router.partition(of: lot.stream, count: partitions.count)]]
    }
    let shares = await withTaskGroup(of: Share?.self) { group in
      for partition in needed {
        group.addTask {
          try? await partition.use { (views) async throws(StorageFault) in
            let position = try await views.checkpoint(of: query.projection)
            return Share(position: position, documents: try await query.documents(in: views))
          }
        }
      }
      return await group.reduce(into: [Share?]()) { $0.append($1) }
    }
    let known = shares.compactMap(\.self)
    guard known.count == needed.count else { throw .unavailable }
    let asOf = known.map { $0.position ?? .start }.min() ?? .start
    if case .atLeast(let position) = freshness, position > asOf { throw .notYet(asOf: asOf) }
    return QueryAnswer(view: try query.view(joining: known.map(\.documents)), asOf: asOf)
  }

  /// Asks every partition in turn.
  func status() async -> [PartitionStatus] {
    var statuses: [PartitionStatus] = []
    for partition in partitions { statuses.append(await partition.status()) }
    return statuses
  }

  /// What one partition knows of a query.
  private struct Share: Sendable {
    /// The checkpoint, read before the documents.
    let position: GlobalPosition?
    /// The documents that concern the query.
    let documents: [String: JSONValue]
  }
}
