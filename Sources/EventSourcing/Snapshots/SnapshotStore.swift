/// A place for the latest snapshot of each stream, provided to repositories.
///
/// **A snapshot may be missing, old, unreadable or wrong.** Whoever loads one checks it and falls
/// back to the events.
///
/// ```swift
/// let snapshot = try? await snapshots.load("lot-7")
/// ```
public protocol SnapshotStore: Sendable {
  /// Returns the snapshot of a stream.
  ///
  /// - Parameter stream: The stream to look up.
  /// - Returns: The snapshot saved last, or nil if there is none.
  /// - Throws: A ``StorageFault`` if the store cannot answer.
  func load(_ stream: StreamID) async throws(StorageFault) -> Snapshot?

  /// Keeps a snapshot in place of an earlier one of the same stream.
  ///
  /// - Parameter snapshot: The snapshot to keep.
  /// - Throws: A ``StorageFault`` if the snapshot is not, or perhaps not, kept.
  func save(_ snapshot: Snapshot) async throws(StorageFault)
}
