package import CQRS
package import EventSourcing

/// Carries commands to a decider, on the events of their streams as they are at that moment.
///
/// **It remembers nothing.** Whether a command was carried out before is said by the stream: its events name their cause.
///
/// **An unknown outcome is thrown as `unavailable`.** Sent again, the command finds its events in the stream, or stores
/// them.
package struct StreamGateway<D: Decider>: CommandGateway {
  /// The metadata under which an event names its command.
  private static var causation: String { "causation" }
  /// How many events are read at once.
  private static var pageSize: Int { 1_000 }

  /// The rules.
  private let decider: D
  /// The translation of events.
  private let codec: any EventCodec<D.Event>
  /// The events.
  private let store: any EventStore
  /// The largest number of appends for one command.
  private let maxAttempts: Int

  /// Creates a gateway.
  ///
  /// - Parameter maxAttempts: The largest number of appends for one command, 1 or more.
  package init(
    _ decider: D, codec: any EventCodec<D.Event>, store: any EventStore, maxAttempts: Int = 5
  ) {
    precondition(maxAttempts > 0, "a command may be tried once or more often")
    self.decider = decider
    self.codec = codec
    self.store = store
    self.maxAttempts = maxAttempts
  }

  /// Carries out one command.
  package func send(
    _ envelope: CommandEnvelope<D.Command>
  ) async throws(GatewayError<D.Rejection>) -> CommandReceipt {
    for _ in 1...maxAttempts {
      let history = try await history(of: envelope.stream)
      if let receipt = history.receipts[envelope.context.commandID] { return receipt }
      let events = try decide(envelope, in: history.state)
      guard !events.isEmpty else {
        return CommandReceipt(
          commandID: envelope.context.commandID, version: history.version, position: .start)
      }
      if let receipt = try await append(events, for: envelope, after: history.version) {
        return receipt
      }
    }
    throw .attemptsExhausted(maxAttempts)
  }

  /// What a stream says.
  package struct History: Sendable {
    /// The state after its last event.
    package var state: D.State
    /// Its version.
    package var version = StreamVersion.empty
    /// The events of each command.
    package var events: [CommandID: [D.Event]] = [:]
    /// What became of each command.
    fileprivate var receipts: [CommandID: CommandReceipt] = [:]
  }

  /// Reads a stream from its beginning.
  ///
  /// - Throws: `unavailable` if the store fails or an event cannot be decoded.
  package func history(
    of stream: StreamID
  ) async throws(GatewayError<D.Rejection>) -> History {
    var history = History(state: decider.initialState)
    while true {
      let next = StreamVersion(rawValue: history.version.rawValue + 1)
      do {
        let slice = try await store.read(stream, from: next, limit: Self.pageSize)
        for event in slice.events {
          let decoded = try codec.decode(event, mode: .strict)
          if let cause = event.event.metadata[Self.causation] {
            let id = CommandID(rawValue: cause)
            history.events[id, default: []] += decoded
            history.receipts[id] = CommandReceipt(
              commandID: id, version: event.version, position: event.position)
          }
          history.state = decider.fold(decoded, from: history.state)
          history.version = event.version
        }
        if slice.events.isEmpty || history.version >= slice.version { return history }
      } catch {
        throw .unavailable
      }
    }
  }

  // MARK: - Support

  /// Asks the rules.
  private func decide(
    _ envelope: CommandEnvelope<D.Command>, in state: D.State
  ) throws(GatewayError<D.Rejection>) -> [NewEvent] {
    let id = envelope.context.commandID
    do throws(D.Rejection) {
      let decision = try decider.decide(envelope.command, in: state, context: envelope.context)
      return decision.enumerated().map { index, event in
        var stored = codec.encode(event, id: EventID(rawValue: "\(id)/\(index)"))
        stored.metadata[Self.causation] = id.rawValue
        stored.metadata["actor"] = envelope.context.actor
        return stored
      }
    } catch {
      throw .refused(error)
    }
  }

  /// Stores a decision.
  ///
  /// - Returns: The receipt, or nil if another writer was faster and the rules are to decide anew.
  private func append(
    _ events: [NewEvent], for envelope: CommandEnvelope<D.Command>, after version: StreamVersion
  ) async throws(GatewayError<D.Rejection>) -> CommandReceipt? {
    do throws(EventStoreError) {
      let receipt = try await store.append(
        events, to: envelope.stream, expecting: envelope.expecting ?? .exact(version),
        at: envelope.context.now)
      return CommandReceipt(
        commandID: envelope.context.commandID, version: receipt.version,
        position: receipt.position)
    } catch {
      switch error {
      case .wrongExpectedVersion(_, let actual):
        if envelope.expecting != nil { throw .conflict(actual: actual) }
        return nil
      case .eventIDReused:
        // The same command was faster by another way: the stream, read again, has its receipt.
        return nil
      case .storage:
        throw .unavailable
      }
    }
  }
}
