/// Makes repositories for any decider.
///
/// **A factory keeps nothing.** Two repositories made by one factory share only the stores they
/// were given.
///
/// ```swift
/// let repository = Factory().make(
///   rules, codec: codec, store: store, snapshots: snapshots,
///   policy: SnapshotPolicy(every: 100, stateSchema: 1))
/// let lot = try await repository.load("lot-7")
/// ```
public protocol RepositoryFactory: Sendable {
  /// Creates a factory.
  init()

  /// Makes a repository; see ``AggregateRepository`` for what it must do.
  ///
  /// - Parameters:
  ///   - decider: The rules that fold events into states.
  ///   - codec: The translation between the decider's events and stored ones.
  ///   - store: The events.
  ///   - snapshots: The snapshots.
  ///   - policy: When to save snapshots.
  /// - Returns: The repository.
  func make<D: Decider>(
    _ decider: D,
    codec: any EventCodec<D.Event>,
    store: any EventStore,
    snapshots: any SnapshotStore,
    policy: SnapshotPolicy
  ) -> any AggregateRepository<D>
}
