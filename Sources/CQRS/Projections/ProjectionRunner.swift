public import EventSourcing

/// Carries one projection along the feed of events.
public protocol ProjectionRunner: Sendable {
  /// Creates a runner.
  init(
    _ projection: any Projection,
    feed: any EventFeed,
    views: any ViewStore,
    batch: Int
  )

  /// Applies all events after the checkpoint.
  func catchUp() async throws(ProjectionError) -> GlobalPosition

  /// Discards the projection's documents and applies all events again.
  func rebuild() async throws(ProjectionError) -> GlobalPosition
}
