/// A part of the feed of all events, with the position at which to go on.
public struct FeedPage: Hashable, Codable, Sendable {
  /// The matching events, by ascending position.
  public var events: [RecordedEvent]

  /// Where to resume, which may be past events that the filter skipped.
  public var next: GlobalPosition

  /// Whether no matching event followed this page when it was read.
  public var caughtUp: Bool

  /// Creates a page.
  public init(events: [RecordedEvent], next: GlobalPosition, caughtUp: Bool) {
    self.events = events
    self.next = next
    self.caughtUp = caughtUp
  }
}
