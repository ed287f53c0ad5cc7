/// What an examination of a gradebook has found.
package enum Verification: Hashable, Sendable {
  /// Everything is as it was written; the head is worth keeping elsewhere.
  case sound(Head)
  /// Something is not, and this is the first place.
  case broken(Flaw)
}

extension SQLiteEventStore {
  /// Examines a gradebook from end to end, in constant memory and without changing it.
  ///
  /// **Whatever was changed behind the store's back is found**: an event edited, removed, added, moved or renumbered, a
  /// trigger or table put in, a damaged page. **Only someone who rewrites everything from the change on, with all digests
  /// and the head, or goes back to an earlier state as a whole, is not found this way; a head that was kept elsewhere
  /// finds that too.**
  ///
  /// Other processes may go on using the file; the examination sees it as it was at the beginning.
  ///
  /// - Parameters:
  ///   - head: A head of this gradebook that was kept elsewhere; the file may have grown since.
  ///   - patience: How long to wait for other processes.
  /// - Returns: The head, or the first flaw.
  /// - Throws: Why the file could not be examined at all.
  package static func verify(
    at path: String, expecting head: Head? = nil, patience: Duration = StoreFile.patience
  ) async throws(StoreFileError) -> Verification {
    do {
      let lane = Lane(try StoreFile.connect(to: path, mode: .readOnly, patience: patience))
      return try await lane.run { connection in
        try connection.transaction(.deferred) {
          try Examination(of: connection, expecting: head).verdict()
        }
      }
    } catch {
      let error = StoreFile.cause(of: error, path)
      guard case .damaged = error.problem else { throw error }
      return .broken(Flaw(.file, error.description))
    }
  }
}
