package import EventChain

extension SQLiteEventStore {
  /// Examines a gradebook from end to end, in constant memory and without changing it.
  ///
  /// **Whatever was changed behind the store's back is found**: what a ``/EventChain/ChainExamination`` finds, a trigger
  /// or table put in, a damaged page.
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
  ) async throws(StoreFileError) -> ChainVerdict {
    do {
      let connection = SerialConnection(
        try StoreFile.connect(to: path, mode: .readOnly, patience: patience))
      return try await connection.run { connection in
        try connection.transaction(.deferred) {
          try FileExamination(of: connection, expecting: head).verdict()
        }
      }
    } catch {
      let error = StoreFile.cause(of: error, path)
      guard case .damaged = error.problem else { throw error }
      return .broken(Flaw(.file, error.description))
    }
  }
}
