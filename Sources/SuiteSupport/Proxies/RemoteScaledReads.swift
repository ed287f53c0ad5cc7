package import CQRS
package import EventSourcing
package import SeedVault
import Wire

/// A learner's `VaultScaledReads` in a worker, to be used like any other.
///
/// **Its router may be the learner's or one of the suite's.** The learner's is made where it lives; one of the suite's
/// is called back, as are feed, view stores and projections.
///
/// Once the worker has broken, pumps end at the start and queries find nothing: the behaviour is lost already, by the
/// worker's fault.
package struct RemoteScaledReads: VaultScaledReads {
  private let worker: Worker
  private let reads: Handle

  /// Makes a read side in the running behaviour's worker.
  package init(
    router: any PartitionRouter, feed: any EventFeed, partitions: [any ViewStore],
    projections: [any Projection]
  ) {
    self.init(
      router: router, feed: feed, partitions: partitions, projections: projections, in: .current)
  }

  /// Makes a read side in a worker.
  package init(
    router: any PartitionRouter, feed: any EventFeed, partitions: [any ViewStore],
    projections: [any Projection], in worker: Worker
  ) {
    self.worker = worker
    let call = ScaledReadsCalls.Make(
      router: router is RemotePartitionRouter ? nil : worker.hold(router),
      feed: worker.hold(feed), partitions: partitions.map { worker.hold($0) },
      projections: projections.map { worker.hold($0) })
    reads = worker.answer(to: call, otherwise: Handle(-1))
  }

  /// Where the learner's pump ends.
  package func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    try await worker.answer(
      to: ScaledReadsCalls.Pump(reads: reads, partition: partition, limit: limit),
      otherwise: .success(.start)
    ).get()
  }

  /// The learner's answer.
  package func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    try await worker.answer(
      to: ScaledReadsCalls.Ask(reads: reads, query: query, freshness: freshness),
      otherwise: .success(QueryAnswer(view: nil, asOf: .start))
    ).get()
  }

  /// The learner's statuses.
  package func status() async -> [PartitionStatus] {
    await worker.answer(to: ScaledReadsCalls.Status(reads: reads), otherwise: [])
  }
}
