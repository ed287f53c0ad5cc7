package import CQRS
package import EventSourcing
import Wire

/// A learner's `PartitionRouter` in a worker, to be used like any other.
///
/// Once the worker has broken, every stream is in partition −1: the behaviour is lost already, by the worker's fault.
package struct RemotePartitionRouter: PartitionRouter {
  private let worker: Worker

  /// A router in the running behaviour's worker.
  package init() {
    self.init(in: .current)
  }

  /// A router in a worker.
  package init(in worker: Worker) {
    self.worker = worker
  }

  /// The learner's partition.
  package func partition(of stream: StreamID, count: Int) -> Int {
    partitions(of: [stream], counts: [count])[0][0]
  }

  /// The learner's partitions of many streams, one list for each count, in one call.
  package func partitions(of streams: [StreamID], counts: [Int]) -> [[Int]] {
    let call = PartitionRouterCalls.Partition(router: nil, streams: streams, counts: counts)
    let lists = worker.answer(to: call, otherwise: [])
    // A worker that answers fewer or more questions has answered none.
    return lists.map(\.count) == counts.map { _ in streams.count }
      ? lists : counts.map { _ in streams.map { _ in -1 } }
  }

  /// The learner's watermark.
  package func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    worker.answer(
      to: PartitionRouterCalls.Watermark(router: nil, statuses: statuses), otherwise: nil)
  }
}
