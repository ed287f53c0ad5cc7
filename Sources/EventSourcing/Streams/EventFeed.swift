/// All events of a store in commit order.
public protocol EventFeed: Sendable {
  /// Returns the next events after a position.
  func page(after: GlobalPosition, limit: Int, types: Set<String>?)
    async throws(EventStoreError) -> FeedPage

  /// Suspends until an event after the position is readable.
  func awaitEvents(after position: GlobalPosition) async
}
