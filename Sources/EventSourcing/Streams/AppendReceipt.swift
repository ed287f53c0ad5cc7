/// Where an append ended up.
public struct AppendReceipt: Hashable, Codable, Sendable {
  /// The version of the stream after this append.
  public var version: StreamVersion

  /// The position of the last event of this append; ``GlobalPosition/start`` if nothing was
  /// written.
  public var position: GlobalPosition

  /// Creates a receipt.
  public init(version: StreamVersion, position: GlobalPosition) {
    self.version = version
    self.position = position
  }
}
