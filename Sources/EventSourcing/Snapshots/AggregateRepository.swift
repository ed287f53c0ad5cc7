/// Loads and extends the streams of one decider, with snapshots to shorten the way.
///
/// ## Loading
///
/// **Loading without a snapshot folds the whole stream.** The version is the number of stored
/// events. An unknown stream gives the initial state and version 0.
///
/// **With a usable snapshot only later events are read.** Nothing at or below the snapshot's
/// version is asked of the event store, and each later event is applied exactly once. The
/// snapshot's state is believed as it stands.
///
/// **A snapshot that cannot be used is ignored.** The whole stream is folded then, and no error
/// appears, if the snapshot has another `stateSchema` than the policy, if its state cannot be
/// decoded, if its version is ahead of the stream's, or if the snapshot store fails. Snapshots are
/// a shortcut, never a source.
///
/// **A stream is read to its end.** A store may return fewer events than asked for; the slice's
/// version tells whether there are more.
///
/// **Every load sees the events of all writers.** Nothing is remembered from an earlier load.
///
/// **Events are decoded strictly.** If the codec throws, loading throws `history(_:at:)` with its
/// error and the version of that stored event; no event is passed over. One stored event may decode
/// into no event or several; versions count stored events.
///
/// ## Appending
///
/// **An append expects exactly the loaded version.** If another writer was faster, the store's
/// `wrongExpectedVersion` is thrown as `store(_:)` and nothing is tried again here: only whoever
/// decided can decide anew. Every other error of the event store is thrown as `store(_:)` too.
///
/// **An append returns what a load would return.** Each new event is applied once to the loaded
/// state, and the version is that of the store's receipt.
///
/// **Appending nothing returns what was loaded.** Nothing is written.
///
/// **Event identifiers come from the command.** They are built from the context's command
/// identifier and the place of the event in the batch, so a repeated append is recognized by the
/// store. The append's time is `context.now`.
///
/// ## Saving snapshots
///
/// **One snapshot is saved when an append reaches or passes a multiple of the interval.** That is,
/// if the whole number version ÷ `every` is greater after the batch than before it, however far the
/// batch jumps. The snapshot holds the state after the batch, the version after the batch, and the
/// policy's `stateSchema`. Before that no snapshot is saved; with `every` equal to 0, never.
///
/// **A snapshot follows the append.** If the append fails, none is saved. It may be saved before
/// the call returns or shortly after. A load may save an overdue snapshot too.
///
/// **A failing save does not fail the append.** The events are stored, and that is what counts.
///
/// ```swift
/// let lot = try await repository.load("lot-7")
/// let events = try rules.decide(command, in: lot.state, context: context)
/// let after = try await repository.append(events, to: "lot-7", at: lot, context: context)
/// ```
public protocol AggregateRepository<D>: Sendable {
  /// The decider whose states are loaded.
  associatedtype D: Decider

  /// Returns the present state of a stream.
  ///
  /// - Parameter stream: The stream to load.
  /// - Returns: The state and the number of stored events behind it.
  /// - Throws: `store` if the event store fails, `history` if a stored event cannot be decoded.
  func load(_ stream: StreamID) async throws(RepositoryError) -> Loaded<D.State>

  /// Appends events to a stream that was loaded before.
  ///
  /// - Parameters:
  ///   - events: What was decided, oldest first.
  ///   - stream: The stream to extend.
  ///   - loaded: The state the decision was based on.
  ///   - context: The identity and time of the decision.
  /// - Returns: The state and version after the events.
  /// - Throws: `store` if the stream has moved on or the event store fails.
  func append(
    _ events: [D.Event],
    to stream: StreamID,
    at loaded: Loaded<D.State>,
    context: DecisionContext
  ) async throws(RepositoryError) -> Loaded<D.State>
}
