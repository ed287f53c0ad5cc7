/// The confirmation that a front desk has recorded a fact.
public struct Ack: Hashable, Codable, Sendable {
  /// The number of facts recorded so far, this one included.
  public var version: Int

  /// Creates a confirmation.
  public init(version: Int) {
    self.version = version
  }
}
