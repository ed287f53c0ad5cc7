public import EventSourcing

/// How recent an answer must be.
public enum Freshness: Hashable, Codable, Sendable {
  /// Whatever the view shows now.
  case eventual

  /// The view must contain everything up to and including this position.
  case atLeast(GlobalPosition)
}
