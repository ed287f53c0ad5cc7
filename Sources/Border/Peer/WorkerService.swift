/// What a worker can do for its suite with one of a submission's types.
///
/// There is one static factory per provided protocol, in the protocol's file.
public struct WorkerService: Sendable {
  /// Serves the service's methods to the suite.
  package let begin: @Sendable (any Peer) -> Void

  /// Wraps what serves the methods to a peer.
  package init(_ begin: @escaping @Sendable (any Peer) -> Void) {
    self.begin = begin
  }
}
