public import EventSourcing

/// Runs a process manager so that repeated messages and restarts do no harm.
///
/// Messages come in at least once; commands go out at least once, but always under the same
/// identifiers, so their receivers can recognize repeats.
///
/// **Each process has its own state.** An input is correlated, shown to `react(to:in:)` with the
/// state of its process before the input, and then applied to that state, once. An input that
/// correlates to no process returns nothing and records nothing.
///
/// **Nothing is issued before it is recorded.** The host records in its log what it needs to come
/// to the same point again, and only then returns the outputs. If recording fails, the fault is
/// thrown as it is, and nothing is issued or changed.
///
/// **A message counts once.** When a message identifier is delivered again, however many others
/// came in between and also after a restart, the state stays as it is, nothing is recorded, and the
/// same commands are returned with the same identifiers: all of them, or only those not yet
/// confirmed.
///
/// **A lost acknowledgement does no harm.** If recording ended with `outcomeUnknown` and the
/// message is delivered again, at the latest after reopening, it counts once in the end.
///
/// **Command identifiers are reproducible.** They depend on the message identifier and the place of
/// the output in the reaction: equal in every process and at every delivery, and different for any
/// two outputs, also of one message. There is no randomness.
///
/// **Unconfirmed commands are remembered in order.** ``unconfirmed()`` lists everything issued and
/// not confirmed, oldest first, the outputs of one message in the order of the reaction; after a
/// restart too.
///
/// **A confirmation is final.** It removes one command from the list and survives a restart.
/// Confirming again, or confirming an unknown command, changes nothing and is no error.
///
/// **Reopening goes on seamlessly.** A host opened over the same log behaves as the one before
/// would have done.
///
/// **Deliveries may overlap.** The result is as if they had come one after another.
///
/// ```swift
/// for issued in try await host.deliver(Delivery(messageID: "m-1", input: input)) {
///   await send(issued.output, as: issued.commandID)
///   try await host.confirm(issued.commandID)
/// }
/// ```
public protocol ProcessHost<P>: Sendable {
  /// The rules that are run.
  associatedtype P: ProcessManager

  /// Takes in one message and returns what to send because of it.
  ///
  /// - Parameter delivery: The input and the identity of its message.
  /// - Returns: The outputs in order, each under its command identifier; possibly none.
  /// - Throws: The fault of the log; nothing is issued then.
  func deliver(_ delivery: Delivery<P.Input>) async throws(StorageFault) -> [Issued<P.Output>]

  /// Returns what was issued and is not confirmed yet, to be sent again after a restart.
  ///
  /// - Returns: The commands in the order in which they were issued.
  /// - Throws: The fault of the log if it must be read and cannot be.
  func unconfirmed() async throws(StorageFault) -> [Issued<P.Output>]

  /// Notes that a command has reached its receiver.
  ///
  /// - Parameter commandID: The identifier the command was issued under.
  /// - Throws: The fault of the log; the command may still count as unconfirmed then.
  func confirm(_ commandID: CommandID) async throws(StorageFault)
}
