public import EventSourcing

/// Carries commands to a decider and its decisions to the store.
///
/// **A command is decided on the events of its stream.** They are read for every attempt and
/// decoded strictly; no view and no remembered state takes their place.
///
/// **An accepted command stores its events in one append.** The receipt carries the version of the
/// stream after them and the position of the last one, as the store returned them. The append's
/// time is `context.now`.
///
/// **A refused command stores nothing.** It throws `refused` with the decider's reason, without
/// calling the store's append, and is not tried again.
///
/// **A decision without events stores nothing.** There is no append; the receipt carries the
/// current version of the stream and the position `start`.
///
/// **A command is carried out once.** If a command identifier that succeeded before arrives again
/// for the same stream, the receipt is the same as then, nothing is stored, and the rules are not
/// asked: a state that would refuse the command now does not matter. The same holds after an answer
/// was lost. No identifier is used for two different commands.
///
/// **Event identifiers come from the command.** They are built from the command identifier and the
/// place of the event in the decision, never from chance, and differ between commands.
///
/// **Every event names its cause.** Its metadata has the command identifier under `causation`.
///
/// **A conflict is decided anew.** Without an expectation of the caller, the append expects exactly
/// the version the decision was based on. If another writer was faster, the stream is read again
/// and the rules decide again, which may refuse now. After `maxAttempts` appends that met a
/// conflict the gateway throws `attemptsExhausted(maxAttempts)`.
///
/// **An expectation of the caller is final.** If `expecting` is given, the append expects just
/// that, and a conflict is not tried again but thrown as `conflict` with the actual version.
///
/// **A fault of the store makes the gateway unavailable.** It throws `unavailable` if the store
/// throws `storage`, or if the history cannot be decoded. After an unknown outcome it may try the
/// same events again or throw. When the store works again, so does the gateway.
///
/// **Commands may overlap.** The rules hold as if the commands had come one after another.
///
/// ```swift
/// let receipt = try await gateway.send(
///   CommandEnvelope(stream: "lot-7", command: .reserve("r-1", seeds: 40), context: context))
/// let answer = try await desk.ask(.lotCard("7"), freshness: .atLeast(receipt.position))
/// ```
public protocol CommandGateway<D>: Sendable {
  /// The decider that decides.
  associatedtype D: Decider

  /// Carries out one command.
  ///
  /// - Parameter envelope: The command, its stream, its context and the caller's expectation.
  /// - Returns: Where the command's events are.
  /// - Throws: `refused`, `conflict`, `attemptsExhausted` or `unavailable`, as described above.
  func send(_ envelope: CommandEnvelope<D.Command>)
    async throws(GatewayError<D.Rejection>) -> CommandReceipt
}
