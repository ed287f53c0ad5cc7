public import CQRS
package import EventSourcing
public import SeedVault

/// The calls that carry a learner's `ProjectionRunner` across the border.
enum ProjectionRunnerCalls {
  /// Whose projection a runner carries along.
  enum Carried: Hashable, Codable, Sendable {
    /// One that the worker has made.
    case own(Handle)
    /// One that the suite holds.
    case suites(ProjectionCalls.Description)
  }

  /// `ProjectionRunner.init(_:feed:views:batch:)`; answers the new runner.
  struct Make: WireCall {
    typealias Reply = Handle
    static let method = "windows.makeRunner"
    var projection: Carried
    var feed: Handle
    var views: Handle
    var batch: Int
  }

  /// `ProjectionRunner.catchUp()`.
  struct CatchUp: WireCall {
    typealias Reply = Outcome<GlobalPosition, ProjectionError>
    static let method = "windows.catchUp"
    var runner: Handle
  }

  /// `ProjectionRunner.rebuild()`.
  struct Rebuild: WireCall {
    typealias Reply = Outcome<GlobalPosition, ProjectionError>
    static let method = "windows.rebuild"
    var runner: Handle
  }
}

/// A learner's `ProjectionRunner` in a worker, to be used like any other.
///
/// **It carries the learner's own projections and the suite's alike.** One of the learner's runs where it lives; one of
/// the suite's is called back.
///
/// Once the worker has broken, every run ends at the start: the behaviour is lost already, by the worker's fault.
package struct RemoteProjectionRunner<Place: Peer>: ProjectionRunner {
  private let place: Place
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
    in place: Place
  ) {
    self.place = place
    let own = (projection as? any RemoteLotProjection)?.handle(in: place)
    let call = ProjectionRunnerCalls.Make(
      projection: own.map { .own($0) } ?? .suites(place.hold(projection)),
      feed: place.hold(feed), views: place.hold(views), batch: batch)
    runner = place.answer(to: call, otherwise: Handle(-1))
  }

  /// The learner's run to the end of the feed.
  package func catchUp() async throws(ProjectionError) -> GlobalPosition {
    try await place.answer(
      to: ProjectionRunnerCalls.CatchUp(runner: runner), otherwise: .success(.start)
    ).get()
  }

  /// The learner's run from the start of the feed.
  package func rebuild() async throws(ProjectionError) -> GlobalPosition {
    try await place.answer(
      to: ProjectionRunnerCalls.Rebuild(runner: runner), otherwise: .success(.start)
    ).get()
  }
}

extension WorkerService {
  /// Serves a submission's four `LotProjection`s and its `ProjectionRunner`.
  public static func fourWindows<
    Cards: LotProjection, Availability: LotProjection, Watchlist: LotProjection,
    Requests: LotProjection, Runner: ProjectionRunner
  >(
    cards: Cards.Type, availability: Availability.Type, watchlist: Watchlist.Type,
    requests: Requests.Type, runner: Runner.Type
  ) -> Self {
    Self { suite in
      suite.serve(
        cards: cards, availability: availability, watchlist: watchlist, requests: requests)
      suite.serve(runner)
    }
  }
}

extension Peer {
  /// Serves a submission's runner.
  fileprivate func serve<Runner: ProjectionRunner>(_ type: Runner.Type) {
    let runners = HandleTable<Runner>()
    serve(ProjectionRunnerCalls.Make.self) { call, suite in
      let projection: any Projection =
        switch call.projection {
        case .own(let handle): try suite.projections[handle]
        case .suites(let description): RemoteProjection(description, in: suite)
        }
      return runners.add(
        Runner(
          projection, feed: RemoteEventFeed(call.feed, in: suite),
          views: RemoteViewStore(call.views, in: suite), batch: call.batch))
    }
    serve(ProjectionRunnerCalls.CatchUp.self) { call in
      let runner = try runners[call.runner]
      return await Outcome { () async throws(ProjectionError) in try await runner.catchUp() }
    }
    serve(ProjectionRunnerCalls.Rebuild.self) { call in
      let runner = try runners[call.runner]
      return await Outcome { () async throws(ProjectionError) in try await runner.rebuild() }
    }
  }
}
