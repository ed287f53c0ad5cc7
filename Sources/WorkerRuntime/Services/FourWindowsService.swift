public import CQRS
import EventSourcing
public import SeedVault
import Wire

extension WorkerService {
  /// Serves a submission's four `LotProjection`s and its `ProjectionRunner`.
  public static func fourWindows<
    Cards: LotProjection, Availability: LotProjection, Watchlist: LotProjection,
    Requests: LotProjection, Runner: ProjectionRunner
  >(
    cards: Cards.Type, availability: Availability.Type, watchlist: Watchlist.Type,
    requests: Requests.Type, runner: Runner.Type
  ) -> Self {
    let projections = HandleTable<any LotProjection>()
    let readers = HandleTable<any ViewReader>()
    let runners = HandleTable<Runner>()
    var service = Self()
    service.serve(readers)
    service.on(FourWindowsCalls.MakeProjection.self) { call, suite in
      let codec = RemoteLotCodec(call.codec, over: suite)
      let projection: any LotProjection =
        switch call.window {
        case .cards: Cards(codec: codec)
        case .availability: Availability(codec: codec)
        case .watchlist: Watchlist(codec: codec)
        case .requests: Requests(codec: codec)
        }
      return ProjectionCalls.Description(
        projection: projections.add(projection), name: projection.name, handles: projection.handles)
    }
    service.on(ProjectionCalls.Writes.self) { call, suite in
      let projection = try projections[call.projection]
      return await Outcome { () async throws(ProjectionError) in
        try await projection.writes(
          for: call.event, reading: RemoteViewStore(call.reader, over: suite))
      }
    }
    service.on(FourWindowsCalls.MakeRunner.self) { call, suite in
      let projection: any Projection =
        switch call.projection {
        case .own(let handle): try projections[handle]
        case .suites(let description):
          RemoteLotProjection(description, readers: readers, over: suite)
        }
      return runners.add(
        Runner(
          projection, feed: RemoteEventFeed(call.feed, over: suite),
          views: RemoteViewStore(call.views, over: suite), batch: call.batch))
    }
    service.on(FourWindowsCalls.CatchUp.self) { call in
      let runner = try runners[call.runner]
      return await Outcome { () async throws(ProjectionError) in try await runner.catchUp() }
    }
    service.on(FourWindowsCalls.Rebuild.self) { call in
      let runner = try runners[call.runner]
      return await Outcome { () async throws(ProjectionError) in try await runner.rebuild() }
    }
    return service
  }
}
