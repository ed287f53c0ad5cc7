public import EventSourcing

/// Runs a process manager so that repeated messages and restarts do no harm.
public protocol ProcessHost<P>: Sendable {
  /// The rules that are run.
  associatedtype P: ProcessManager

  /// Takes in one message and returns what to send because of it.
  func deliver(_ delivery: Delivery<P.Input>) async throws(StorageFault) -> [Issued<P.Output>]

  /// Returns what was issued and is not confirmed yet.
  func unconfirmed() async throws(StorageFault) -> [Issued<P.Output>]

  /// Notes that a command has reached its receiver.
  func confirm(_ commandID: CommandID) async throws(StorageFault)
}
