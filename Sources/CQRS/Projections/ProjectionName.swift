public import EventSourcing

/// The name under which a projection keeps its documents and its checkpoint in a view store.
public struct ProjectionName: StringID {
  /// The identifier as text.
  public let rawValue: String

  /// Creates an identifier from its text.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
