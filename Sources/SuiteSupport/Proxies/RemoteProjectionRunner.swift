package import CQRS
package import EventSourcing
import Wire

/// A learner's `ProjectionRunner` in a worker, to be used like any other.
///
/// **It carries the learner's own projections and the suite's alike.** One of the learner's runs where it lives; one of
/// the suite's is called back.
///
/// Once the worker has broken, every run ends at the start: the behaviour is lost already, by the worker's fault.
package struct RemoteProjectionRunner: ProjectionRunner {
  private let worker: Worker
  private let runner: Handle

  /// Makes a runner in the running behaviour's worker.
  package init(
    _ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int
  ) {
    self.init(projection, feed: feed, views: views, batch: batch, in: .current)
  }

  /// Makes a runner in a worker.
  package init(
    _ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int,
    in worker: Worker
  ) {
    self.worker = worker
    let own = (projection as? any RemoteLotProjection)?.place.handle(in: worker)
    let call = FourWindowsCalls.MakeRunner(
      projection: own.map { .own($0) } ?? .suites(worker.hold(projection)),
      feed: worker.hold(feed), views: worker.hold(views), batch: batch)
    runner = worker.answer(to: call, otherwise: Handle(-1))
  }

  /// The learner's run to the end of the feed.
  package func catchUp() async throws(ProjectionError) -> GlobalPosition {
    try await worker.answer(
      to: FourWindowsCalls.CatchUp(runner: runner), otherwise: .success(.start)
    ).get()
  }

  /// The learner's run from the start of the feed.
  package func rebuild() async throws(ProjectionError) -> GlobalPosition {
    try await worker.answer(
      to: FourWindowsCalls.Rebuild(runner: runner), otherwise: .success(.start)
    ).get()
  }
}
