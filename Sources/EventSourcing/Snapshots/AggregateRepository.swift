/// Loads and extends the streams of one decider.
public protocol AggregateRepository<D>: Sendable {
  /// The decider whose states are loaded.
  associatedtype D: Decider

  /// Returns the present state of a stream.
  func load(_ stream: StreamID) async throws(RepositoryError) -> Loaded<D.State>

  /// Appends events to a stream that was loaded before.
  func append(
    _ events: [D.Event],
    to stream: StreamID,
    at loaded: Loaded<D.State>,
    context: DecisionContext
  ) async throws(RepositoryError) -> Loaded<D.State>
}
