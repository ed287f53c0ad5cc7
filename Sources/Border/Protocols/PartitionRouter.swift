public import CQRS
package import EventSourcing
import Synchronization

/// The calls that carry a `PartitionRouter` across the border, in either direction.
///
/// A worker makes them to a router that the suite holds; a suite makes them to a new router of the
/// learner's, which has no handle.
enum PartitionRouterCalls {
  /// `partition(of:count:)` for every stream and count; answers one list for each count.
  struct Partition: WireCall {
    typealias Reply = [[Int]]
    static let method = "router.partition"
    var router: Handle?
    var streams: [StreamID]
    var counts: [Int]
  }

  /// `watermark(_:)`.
  struct Watermark: WireCall {
    typealias Reply = GlobalPosition?
    static let method = "router.watermark"
    var router: Handle?
    var statuses: [PartitionStatus]
  }
}

// MARK: - Remote

/// A router that a peer holds or makes, to be used like any other.
///
/// **One that a peer holds is asked once for each stream and count**, since its answer is the same for ever. One that
/// it makes is the learner's: the worker makes a new one for each call, and every call is made.
///
/// Once the peer has broken, every stream is in partition −1.
package final class RemotePartitionRouter<Place: Peer>: PartitionRouter {
  private let router: Handle?
  private let place: Place
  private let known = Mutex<[Question: Int]>([:])

  /// What a router is asked.
  private struct Question: Hashable {
    var stream: StreamID
    var count: Int
  }

  /// A router in the running behaviour's worker.
  package convenience init() {
    self.init(in: .current)
  }

  /// A router in a worker, a new one for each call.
  package init(in place: Place) {
    router = nil
    self.place = place
  }

  /// Stands for a router of a peer's.
  init(_ router: Handle, in place: Place) {
    self.router = router
    self.place = place
  }

  /// The peer's partition.
  package func partition(of stream: StreamID, count: Int) -> Int {
    guard router != nil else { return partitions(of: [stream], counts: [count])[0][0] }
    precondition(count >= 1, "a router was asked for one of \(count) partitions")
    let question = Question(stream: stream, count: count)
    if let partition = known.withLock({ $0[question] }) { return partition }
    let partition = partitions(of: [stream], counts: [count])[0][0]
    known.withLock { $0[question] = partition }
    return partition
  }

  /// The peer's partitions of many streams, one list for each count, in one call.
  package func partitions(of streams: [StreamID], counts: [Int]) -> [[Int]] {
    let call = PartitionRouterCalls.Partition(router: router, streams: streams, counts: counts)
    let lists = place.answer(to: call, otherwise: [])
    // A peer that answers fewer or more questions has answered none.
    return lists.map(\.count) == counts.map { _ in streams.count }
      ? lists : counts.map { _ in streams.map { _ in -1 } }
  }

  /// The peer's watermark.
  package func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    place.answer(
      to: PartitionRouterCalls.Watermark(router: router, statuses: statuses), otherwise: nil)
  }
}

// MARK: - Serving

extension WorkerService {
  /// Serves a submission's `PartitionRouter`, a new one for each call.
  public static func partitionRouter<Router: PartitionRouter>(_ type: Router.Type) -> Self {
    Self { $0.serve(type) }
  }
}

extension Peer {
  /// Serves new routers of a submission's.
  fileprivate func serve<Router: PartitionRouter>(_ type: Router.Type) {
    serve(PartitionRouterCalls.Partition.self) { call in
      let router = Router()
      return call.counts.map { count in
        call.streams.map { router.partition(of: $0, count: count) }
      }
    }
    serve(PartitionRouterCalls.Watermark.self) { call in Router().watermark(call.statuses) }
  }

  /// Holds a router for the peer, also while this side blocks in a call of its own.
  ///
  /// - Returns: What the peer knows it by.
  func hold(_ router: any PartitionRouter) -> Handle { routers.add(router) }

  /// The routers held for the peer.
  private var routers: HandleTable<any PartitionRouter> {
    held.table { routers in
      serveAtOnce(PartitionRouterCalls.Partition.self) { call in
        let router = try routers[call.router ?? Handle(-1)]
        // More than the peer's router asks would be hostile, and a router divides by the count.
        guard call.streams.count == 1, call.counts.count == 1, call.counts[0] >= 1 else {
          throw FrameError.malformed
        }
        return [[router.partition(of: call.streams[0], count: call.counts[0])]]
      }
      serveAtOnce(PartitionRouterCalls.Watermark.self) { call in
        try routers[call.router ?? Handle(-1)].watermark(call.statuses)
      }
    }
  }
}
