package import CQRS
package import EventSourcing

/// Carries commands to a decider and its decisions to a store, as `CommandGateway` says.
package struct StreamGateway<D: Decider>: CommandGateway where D.Event: GradebookEvent {
  private let decider: D
  private let store: any EventStore
  private let maxAttempts: Int
  private let codec = GradebookCodec<D.Event>()

  /// Creates a gateway.
  ///
  /// - Parameters:
  ///   - decider: The rules.
  ///   - store: The events.
  ///   - maxAttempts: The largest number of appends for one command, 1 or more.
  package init(_ decider: D, store: any EventStore, maxAttempts: Int) {
    self.decider = decider
    self.store = store
    self.maxAttempts = maxAttempts
  }

  /// The state of a stream, with its version and the commands that brought it there.
  package struct History: Sendable {
    /// The state after the last event.
    package var state: D.State
    /// The number of events.
    package var version: StreamVersion
    /// The events of each command.
    package var byCommand: [CommandID: [D.Event]]
    /// The version and position of each command's last event.
    fileprivate var receipts: [CommandID: CommandReceipt]
  }

  /// Carries out one command.
  package func send(
    _ envelope: CommandEnvelope<D.Command>
  ) async throws(GatewayError<D.Rejection>) -> CommandReceipt {
    let id = envelope.context.commandID
    for _ in 1...maxAttempts {
      let history = try await history(of: envelope.stream)
      if let receipt = history.receipts[id] { return receipt }
      let events: [D.Event]
      do throws(D.Rejection) {
        events = try decider.decide(envelope.command, in: history.state, context: envelope.context)
      } catch { throw .refused(error) }
      guard !events.isEmpty else {
        return CommandReceipt(commandID: id, version: history.version, position: .start)
      }
      let batch = events.enumerated().map { index, event in
        var stored = codec.encode(event, id: EventID(rawValue: "\(id)/\(index)"))
        stored.metadata["causation"] = id.rawValue
        stored.metadata["actor"] = envelope.context.actor
        return stored
      }
      do throws(EventStoreError) {
        let receipt = try await store.append(
          batch, to: envelope.stream,
          expecting: envelope.expecting ?? .exact(history.version), at: envelope.context.now)
        return CommandReceipt(commandID: id, version: receipt.version, position: receipt.position)
      } catch {
        switch error {
        case .wrongExpectedVersion(_, let actual):
          if envelope.expecting != nil { throw .conflict(actual: actual) }
        case .eventIDReused, .storage: throw .unavailable
        }
      }
    }
    throw .attemptsExhausted(maxAttempts)
  }

  /// Reads a stream to its end.
  ///
  /// - Throws: `unavailable` if the store fails or an event cannot be decoded.
  package func history(
    of stream: StreamID
  ) async throws(GatewayError<D.Rejection>) -> History {
    var history = History(
      state: decider.initialState, version: .empty, byCommand: [:], receipts: [:])
    while true {
      let slice: StreamSlice
      do throws(EventStoreError) {
        slice = try await store.read(
          stream, from: StreamVersion(rawValue: history.version.rawValue + 1), limit: 1_000)
      } catch { throw .unavailable }
      for recorded in slice.events {
        let events: [D.Event]
        do throws(EvolutionError) { events = try codec.decode(recorded, mode: .strict) } catch {
          throw .unavailable
        }
        history.state = events.reduce(history.state, decider.evolve)
        history.version = recorded.version
        if let cause = recorded.event.metadata["causation"].map(CommandID.init(rawValue:)) {
          history.byCommand[cause, default: []] += events
          history.receipts[cause] = CommandReceipt(
            commandID: cause, version: recorded.version, position: recorded.position)
        }
      }
      if slice.events.isEmpty || history.version >= slice.version { return history }
    }
  }
}
