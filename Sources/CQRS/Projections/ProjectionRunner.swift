public import EventSourcing

/// Carries one projection along the feed of events.
///
/// **Events are applied in the order of the feed, each exactly once in effect.** The result is the
/// same for every batch size, and the same whether the runner catches up once or in pieces, with
/// one instance or a new one for each piece.
///
/// **The checkpoint is in the view store.** A run begins after it, or at the start if there is
/// none, and does not apply earlier events again. A runner remembers nothing between runs: another
/// one, in another process, may have run meanwhile. The checkpoint is the one under the name of the
/// projection.
///
/// **Changes and checkpoint go together.** They are in one commit, so at every moment the documents
/// equal those of exactly the events up to the checkpoint. A commit may cover one event, several,
/// or a batch.
///
/// **The checkpoint is the last position scanned.** It moves past events the projection does not
/// handle, so the next run does not look at them again. When a run has caught up, the checkpoint is
/// the position of the last event in the feed, whatever its type. A run that finds nothing new
/// makes no changes to documents; whether it commits the same checkpoint again is left open.
///
/// **A batch sees its own changes.** When several events of one batch concern one document, each
/// event sees what those before it did, though nothing is committed yet: in single documents and in
/// whole collections, and documents that were removed are gone.
///
/// **Redelivery is harmless.** If a commit was stored and its acknowledgement lost, or if the feed
/// returns an event at or before the checkpoint again, no event counts twice.
///
/// **A fault stops the run.** A fault of the view store is thrown as `views`, one of the feed as
/// `feed`, with the error as it was, and without trying again. What was not committed has not
/// happened, and a later run completes it, by the same runner or another.
///
/// **Poison stops the run at its place.** Everything before the poisonous event is committed,
/// nothing from it on, and the projection's `poison` is thrown, without trying for ever. Later runs
/// stop there as well. When the event can be understood, a later run goes on with it.
///
/// **Rebuilding starts over for this projection only.** Its documents and checkpoint are discarded
/// and all events applied again; afterward the documents are those of a first run, and none from
/// before is left over. Documents and checkpoints of other projections in the store stay as they
/// are.
///
/// ```swift
/// let runner = Runner(Cards(codec: codec), feed: store, views: views, batch: 100)
/// let position = try await runner.catchUp()
/// ```
public protocol ProjectionRunner: Sendable {
  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - projection: What to carry along.
  ///   - feed: The events.
  ///   - views: The documents and the checkpoint.
  ///   - batch: The largest number of events to ask of the feed at once, 1 or more.
  init(
    _ projection: any Projection,
    feed: any EventFeed,
    views: any ViewStore,
    batch: Int
  )

  /// Applies all events after the checkpoint, until the feed has no more.
  ///
  /// - Returns: The position reached; the start position if there never was an event.
  /// - Throws: `views`, `feed` or `poison`, as described above.
  func catchUp() async throws(ProjectionError) -> GlobalPosition

  /// Discards the projection's documents and checkpoint and applies all events again.
  ///
  /// - Returns: The position reached; the start position if there never was an event.
  /// - Throws: `views`, `feed` or `poison`, as described above.
  func rebuild() async throws(ProjectionError) -> GlobalPosition
}
