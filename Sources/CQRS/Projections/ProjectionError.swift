public import EventSourcing

/// Why a projection stopped.
public enum ProjectionError: Error, Hashable, Codable, Sendable {
  /// The view store failed in this way.
  case views(StorageFault)

  /// The feed of events failed in this way.
  case feed(EventStoreError)

  /// The event at this position cannot be understood; the reason is text for people.
  case poison(GlobalPosition, reason: String)
}
