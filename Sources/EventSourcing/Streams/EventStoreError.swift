/// Why an event store did not do what it was asked.
public enum EventStoreError: Error, Hashable, Codable, Sendable {
  /// The stream is not as the writer expected; carries the expectation and the actual version.
  case wrongExpectedVersion(expected: ExpectedVersion, actual: StreamVersion)

  /// The batch uses this event identifier again without being an exact repeat of an earlier batch.
  case eventIDReused(EventID)

  /// The medium below the store failed in this way.
  case storage(StorageFault)
}
