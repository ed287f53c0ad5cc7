public import EventSourcing

/// An answer together with the moment it belongs to.
public struct QueryAnswer<View: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  /// What was asked for, or nil if there is no such thing.
  public var view: View?

  /// The position up to which the view certainly contains every event; start if it contains none.
  public var asOf: GlobalPosition

  /// Creates an answer.
  public init(view: View?, asOf: GlobalPosition) {
    self.view = view
    self.asOf = asOf
  }
}
