public import CQRS
package import EventSourcing
public import SeedVault

/// The calls that carry `VaultScaledReads` across the border.
enum VaultScaledReadsCalls {
  /// `init(router:feed:partitions:projections:)`; answers the new read side.
  ///
  /// A router without a handle is a new one of the learner's.
  struct Make: WireCall {
    typealias Reply = Handle
    static let method = "reads.make"
    var router: Handle?
    var feed: Handle
    var partitions: [Handle]
    var projections: [ProjectionCalls.Description]
  }

  /// `pump(partition:limit:)`.
  struct Pump: WireCall {
    typealias Reply = Outcome<GlobalPosition, ProjectionError>
    static let method = "reads.pump"
    var reads: Handle
    var partition: Int
    var limit: Int
  }

  /// `ask(_:freshness:)`.
  struct Ask: WireCall {
    typealias Reply = Outcome<QueryAnswer<VaultView>, QueryError>
    static let method = "reads.ask"
    var reads: Handle
    var query: VaultQuery
    var freshness: Freshness
  }

  /// `status()`.
  struct Status: WireCall {
    typealias Reply = [PartitionStatus]
    static let method = "reads.status"
    var reads: Handle
  }
}

/// A learner's `VaultScaledReads` in a worker, to be used like any other.
///
/// **Its router may be the learner's or one of the suite's.** The learner's is made where it lives; one of the suite's
/// is called back, as are feed, view stores and projections.
///
/// Once the worker has broken, pumps end at the start and queries find nothing: the behaviour is lost already, by the
/// worker's fault.
package struct RemoteScaledReads<Place: Peer>: VaultScaledReads {
  private let place: Place
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
    projections: [any Projection], in place: Place
  ) {
    self.place = place
    let call = VaultScaledReadsCalls.Make(
      router: router is RemotePartitionRouter<Place> ? nil : place.hold(router),
      feed: place.hold(feed), partitions: partitions.map { place.hold($0) },
      projections: projections.map { place.hold($0) })
    reads = place.answer(to: call, otherwise: Handle(-1))
  }

  /// Where the learner's pump ends.
  package func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    try await place.answer(
      to: VaultScaledReadsCalls.Pump(reads: reads, partition: partition, limit: limit),
      otherwise: .success(.start)
    ).get()
  }

  /// The learner's answer.
  package func ask(
    _ query: VaultQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<VaultView> {
    try await place.answer(
      to: VaultScaledReadsCalls.Ask(reads: reads, query: query, freshness: freshness),
      otherwise: .success(QueryAnswer(view: nil, asOf: .start))
    ).get()
  }

  /// The learner's statuses.
  package func status() async -> [PartitionStatus] {
    await place.answer(to: VaultScaledReadsCalls.Status(reads: reads), otherwise: [])
  }
}

extension WorkerService {
  /// Serves a submission's `VaultScaledReads`.
  ///
  /// - Parameters:
  ///   - type: The read side.
  ///   - router: The router it gets where the suite has none for it.
  public static func scaledReads<Reads: VaultScaledReads, Router: PartitionRouter>(
    _ type: Reads.Type, router: Router.Type
  ) -> Self {
    Self { $0.serve(type, router: router) }
  }
}

extension Peer {
  /// Serves a submission's read sides.
  fileprivate func serve<Reads: VaultScaledReads, Router: PartitionRouter>(
    _ type: Reads.Type, router: Router.Type
  ) {
    let all = HandleTable<Reads>()
    serve(VaultScaledReadsCalls.Make.self) { call, suite in
      let router: any PartitionRouter =
        if let held = call.router { RemotePartitionRouter(held, in: suite) } else { Router() }
      return all.add(
        Reads(
          router: router, feed: RemoteEventFeed(call.feed, in: suite),
          partitions: call.partitions.map { RemoteViewStore($0, in: suite) },
          projections: call.projections.map { RemoteProjection($0, in: suite) }))
    }
    serve(VaultScaledReadsCalls.Pump.self) { call in
      let reads = try all[call.reads]
      return await Outcome { () async throws(ProjectionError) in
        try await reads.pump(partition: call.partition, limit: call.limit)
      }
    }
    serve(VaultScaledReadsCalls.Ask.self) { call in
      let reads = try all[call.reads]
      return await Outcome { () async throws(QueryError) in
        try await reads.ask(call.query, freshness: call.freshness)
      }
    }
    serve(VaultScaledReadsCalls.Status.self) { call in await (try all[call.reads]).status() }
  }
}
