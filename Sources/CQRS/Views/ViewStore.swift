public import EventSourcing

/// Documents and checkpoints of projections, provided to projection runners.
///
/// **One commit is atomic.** All its writes and its checkpoint are stored, or nothing is.
///
/// **A failed commit says what is known.** `.notWritten` and `.unavailable`: nothing is stored.
/// `.outcomeUnknown`: everything may be stored, or nothing; the checkpoint tells.
///
/// **A document belongs to the projection that put it last.** Clearing a projection removes its
/// documents and its checkpoint and touches no other projection's.
///
/// ```swift
/// try await views.commit(
///   ViewCommit(projection: "cards", writes: writes, checkpoint: page.next))
/// ```
public protocol ViewStore: ViewReader {
  /// Stores changes and a checkpoint in one step.
  ///
  /// - Parameter commit: What to store.
  /// - Throws: A ``/EventSourcing/StorageFault`` that tells whether the commit may be stored.
  func commit(_ commit: ViewCommit) async throws(StorageFault)

  /// Removes all documents and the checkpoint of one projection, in one step.
  ///
  /// - Parameter projection: The projection to clear.
  /// - Throws: A ``/EventSourcing/StorageFault`` that tells whether it may be cleared nevertheless.
  func clear(_ projection: ProjectionName) async throws(StorageFault)
}
