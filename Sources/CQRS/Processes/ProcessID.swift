public import EventSourcing

/// The identity of one running process, to which a process manager correlates its inputs.
public struct ProcessID: StringID {
  /// The identifier as text.
  public let rawValue: String

  /// Creates an identifier from its text.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
