public import EventSourcing

/// The identity of one request for seeds; several lots may serve the same request.
public struct RequestID: StringID {
  /// The identifier as text.
  public let rawValue: String

  /// Creates an identifier from its text.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
