public import EventSourcing

/// Where a command ended up: never what it did to the business data.
///
/// The position is what a reader passes as ``Freshness/atLeast(_:)`` to see the change.
public struct CommandReceipt: Hashable, Codable, Sendable {
  /// The identity of the command.
  public var commandID: CommandID

  /// The version of the stream after the command's last event; the current one if it stored
  /// nothing.
  public var version: StreamVersion

  /// The position of the command's last event; the start position if it stored nothing.
  public var position: GlobalPosition

  /// Creates a receipt.
  public init(commandID: CommandID, version: StreamVersion, position: GlobalPosition) {
    self.commandID = commandID
    self.version = version
    self.position = position
  }
}
