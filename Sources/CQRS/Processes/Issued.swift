public import EventSourcing

/// An output of a process together with the identity of the command that carries it.
public struct Issued<Output: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  /// The identity of the command, the same however often the output is issued.
  public var commandID: CommandID

  /// What is asked for.
  public var output: Output

  /// Creates an issued output.
  public init(commandID: CommandID, output: Output) {
    self.commandID = commandID
    self.output = output
  }
}
