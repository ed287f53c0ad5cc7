package import CQRS
package import EventSourcing

/// Carries commands to a decider, on the events of their streams as they are at that moment.
///
/// **It remembers nothing.** Whether a command was carried out before is said by the stream: its events name their cause.
///
/// **An unknown outcome is thrown as `unavailable`.** Sent again, the command finds its events in the stream, or stores
/// them.
///
/// **Nothing is stored that cannot be read.** Every event is decoded before it is appended, and must be as it was decided.
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
  ///
  /// An identity that was used on another stream is a conflict: the stream is not as the caller supposes.
  package func send(
    _ envelope: CommandEnvelope<D.Command>
  ) async throws(GatewayError<D.Rejection>) -> CommandReceipt {
    do {
      return try await carryOut(
        envelope.context, on: envelope.stream, expecting: envelope.expecting
      ) { _ in envelope.command }.receipt
    } catch let error as GatewayError<D.Rejection> {
      throw error
    } catch CommandFault.identityReused {
      throw .conflict(actual: try await history(of: envelope.stream).version)
    } catch {
      throw .unavailable
    }
  }

  /// Carries out the command that the present state asks for.
  ///
  /// **The stream is read once**, and again after each conflict. A command whose identity stands in the stream is answered
  /// with what it stored then, and nobody is asked for it again.
  ///
  /// - Parameters:
  ///   - context: The command's identity, and the time and actor of the decision.
  ///   - stream: The stream it concerns.
  ///   - expecting: What the caller insists on about the stream; `nil` leaves conflicts to the gateway.
  ///   - command: Gives the command for a state, or `nil` if there is nothing to do; asked anew after a conflict.
  /// - Throws: What `CommandGateway` promises, ``CommandFault``, and whatever `command` throws.
  package func carryOut(
    _ context: DecisionContext, on stream: StreamID, expecting: ExpectedVersion? = nil,
    command: (D.State) throws -> D.Command?
  ) async throws -> CarriedOut<D> {
    for _ in 1...maxAttempts {
      let history = try await history(of: stream, lookingFor: context.commandID)
      if let earlier = history.earlier { return earlier }
      let decided = try command(history.state).map {
        try decide($0, in: history, on: stream, context)
      }
      guard let decided, !decided.stored.isEmpty else {
        return CarriedOut(
          events: [], state: history.state,
          receipt: CommandReceipt(
            commandID: context.commandID, version: history.version, position: .start))
      }
      if let receipt = try await append(
        decided.stored, to: stream, expecting: expecting, after: history.version, context)
      {
        return CarriedOut(
          events: decided.events, state: decider.fold(decided.events, from: history.state),
          receipt: receipt)
      }
    }
    throw GatewayError<D.Rejection>.attemptsExhausted(maxAttempts)
  }

  // MARK: - Reading

  /// A stream as it was read.
  package struct History: Sendable {
    /// The state after its last event.
    package fileprivate(set) var state: D.State
    /// Its version.
    package fileprivate(set) var version = StreamVersion.empty
    /// The outcome of the command that was looked for, if it was carried out.
    fileprivate var earlier: CarriedOut<D>?
  }

  /// Reads a stream from its beginning.
  ///
  /// - Parameter id: A command whose outcome is of interest.
  /// - Throws: `unavailable` if the store fails or an event cannot be decoded.
  package func history(
    of stream: StreamID, lookingFor id: CommandID? = nil
  ) async throws(GatewayError<D.Rejection>) -> History {
    var history = History(state: decider.initialState)
    while true {
      let next = StreamVersion(rawValue: history.version.rawValue + 1)
      do {
        let slice = try await store.read(stream, from: next, limit: Self.pageSize)
        for stored in slice.events {
          let events = try codec.decode(stored, mode: .strict)
          history.state = decider.fold(events, from: history.state)
          history.version = stored.version
          if let id, stored.event.metadata[Self.causation] == id.rawValue {
            history.earlier = CarriedOut(
              events: (history.earlier?.events ?? []) + events, state: history.state,
              receipt: CommandReceipt(
                commandID: id, version: stored.version, position: stored.position))
          }
        }
        if slice.events.isEmpty || history.version >= slice.version { return history }
      } catch {
        throw .unavailable
      }
    }
  }

  // MARK: - Deciding and storing

  /// Asks the rules.
  ///
  /// - Returns: The events, and the same as they are to be stored.
  private func decide(
    _ command: D.Command, in history: History, on stream: StreamID, _ context: DecisionContext
  ) throws -> (events: [D.Event], stored: [NewEvent]) {
    let events: [D.Event]
    do throws(D.Rejection) {
      events = try decider.decide(command, in: history.state, context: context)
    } catch {
      throw GatewayError.refused(error)
    }
    let stored = try events.enumerated().map { index, event in
      var stored = codec.encode(event, id: EventID(rawValue: "\(context.commandID)/\(index)"))
      stored.metadata[Self.causation] = context.commandID.rawValue
      stored.metadata["actor"] = context.actor
      try check(stored, isReadAs: event, from: stream, context)
      return stored
    }
    return (events, stored)
  }

  /// Refuses an event that would not be read again as it was decided.
  private func check(
    _ stored: NewEvent, isReadAs event: D.Event, from stream: StreamID, _ context: DecisionContext
  ) throws(CommandFault) {
    let recorded = RecordedEvent(
      event: stored, stream: stream, version: .empty, position: .start, recordedAt: context.now)
    let read = try? codec.decode(recorded, mode: .strict)
    guard read == [event] else { throw .unreadable(stored.id) }
  }

  /// Stores a decision.
  ///
  /// - Returns: The receipt, or nil if another writer was faster and the rules are to decide anew.
  private func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion?,
    after version: StreamVersion, _ context: DecisionContext
  ) async throws -> CommandReceipt? {
    do throws(EventStoreError) {
      let receipt = try await store.append(
        events, to: stream, expecting: expecting ?? .exact(version), at: context.now)
      return CommandReceipt(
        commandID: context.commandID, version: receipt.version, position: receipt.position)
    } catch {
      switch error {
      case .wrongExpectedVersion(_, let actual):
        if expecting != nil { throw GatewayError<D.Rejection>.conflict(actual: actual) }
        return nil
      case .eventIDReused:
        // Either the same command was faster by another way, and the stream now has its outcome, or the identity is
        // that of a command on another stream, and no attempt will ever succeed.
        let history = try await history(of: stream, lookingFor: context.commandID)
        guard history.earlier != nil else {
          throw CommandFault.identityReused(context.commandID)
        }
        return nil
      case .storage:
        throw GatewayError<D.Rejection>.unavailable
      }
    }
  }
}
