/// An event store whose medium is a record log.
///
/// **The log is the only durable memory.** A store keeps its events in the ``RecordLog`` and nowhere
/// else. How it lays them out in records, and what it keeps in memory besides, is its own affair.
///
/// **Opening restores everything from the log.** What ``EventStore`` says of opening holds for any
/// log that a store has written to, wherever it ends. The last record is as good as any other.
///
/// **A fault of the log surfaces as it is.** It is thrown as `storage` with the same
/// ``StorageFault``, by opening too. After `notWritten` or `unavailable` the store works again as soon
/// as the log does.
///
/// ```swift
/// let store = try await Ledger.open(on: log)
/// let slice = try await store.read("lot-7", from: 1, limit: 10)
/// ```
public protocol LogBackedEventStore: EventStore {
  /// Opens a store over whatever the log holds, also an empty log.
  ///
  /// - Parameter log: The only durable memory of the store.
  /// - Returns: A store with all events of the log.
  /// - Throws: `storage` with the fault of the log if it cannot be read.
  static func open(on log: any RecordLog) async throws(EventStoreError) -> Self
}
