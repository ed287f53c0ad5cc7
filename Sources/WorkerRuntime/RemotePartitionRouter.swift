package import CQRS
package import EventSourcing
import Synchronization
package import Wire

/// The router a worker gives to a submission: every answer is that of the router that the suite
/// holds.
///
/// So a submission's reads are tried without its own router. **The suite is asked once for each
/// stream and count**, since a router's answer is the same for ever.
package final class RemotePartitionRouter: PartitionRouter {
  private let router: Handle
  private let suite: SuiteConnection
  private let known = Mutex<[Question: Int]>([:])

  /// What a router is asked.
  private struct Question: Hashable {
    var stream: StreamID
    var count: Int
  }

  /// Stands for a router of the suite's.
  package init(_ router: Handle, over suite: SuiteConnection) {
    self.router = router
    self.suite = suite
  }

  /// Traps: the suite makes its routers itself.
  package init() {
    preconditionFailure("a router that was handed in cannot be created anew")
  }

  /// Asks the suite's router for a partition.
  package func partition(of stream: StreamID, count: Int) -> Int {
    precondition(count >= 1, "a router was asked for one of \(count) partitions")
    let question = Question(stream: stream, count: count)
    if let partition = known.withLock({ $0[question] }) { return partition }
    let call = PartitionRouterCalls.Partition(router: router, streams: [stream], counts: [count])
    let partition = served(call)[0][0]
    known.withLock { $0[question] = partition }
    return partition
  }

  /// Asks the suite's router for the watermark.
  package func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    served(PartitionRouterCalls.Watermark(router: router, statuses: statuses))
  }

  /// Calls the suite, which must serve the call; if it does not, the worker says so and ends.
  private func served<Call: WireCall>(_ call: Call) -> Call.Reply {
    do { return try suite.callBlocking(call) } catch { fatalError("\(error)") }
  }
}
