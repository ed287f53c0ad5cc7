public import CQRS
import EventSourcing
public import SeedVault
import Wire

extension WorkerService {
  /// Serves a submission's `PartitionRouter`, a new one for each call.
  public static func partitionRouter<Router: PartitionRouter>(_ type: Router.Type) -> Self {
    var service = Self()
    service.on(PartitionRouterCalls.Partition.self) { call in
      let router = Router()
      return call.counts.map { count in
        call.streams.map { router.partition(of: $0, count: count) }
      }
    }
    service.on(PartitionRouterCalls.Watermark.self) { call in Router().watermark(call.statuses) }
    return service
  }

  /// Serves a submission's `VaultScaledReads`.
  ///
  /// - Parameters:
  ///   - type: The read side.
  ///   - router: The router it gets where the suite has none for it.
  public static func scaledReads<Reads: VaultScaledReads, Router: PartitionRouter>(
    _ type: Reads.Type, router: Router.Type
  ) -> Self {
    let all = HandleTable<Reads>()
    let readers = HandleTable<any ViewReader>()
    var service = Self()
    service.serve(readers)
    service.on(ScaledReadsCalls.Make.self) { call, suite in
      let router: any PartitionRouter =
        if let held = call.router { RemotePartitionRouter(held, over: suite) } else { Router() }
      return all.add(
        Reads(
          router: router, feed: RemoteEventFeed(call.feed, over: suite),
          partitions: call.partitions.map { RemoteViewStore($0, over: suite) },
          projections: call.projections.map {
            RemoteLotProjection($0, readers: readers, over: suite)
          }))
    }
    service.on(ScaledReadsCalls.Pump.self) { call in
      let reads = try all[call.reads]
      return await Outcome { () async throws(ProjectionError) in
        try await reads.pump(partition: call.partition, limit: call.limit)
      }
    }
    service.on(ScaledReadsCalls.Ask.self) { call in
      let reads = try all[call.reads]
      return await Outcome { () async throws(QueryError) in
        try await reads.ask(call.query, freshness: call.freshness)
      }
    }
    service.on(ScaledReadsCalls.Status.self) { call in await (try all[call.reads]).status() }
    return service
  }
}
