/// Rules that turn a command and a state into events, and events into a state.
public protocol Decider<Command, Event>: Sendable {
  /// What can be asked for.
  associatedtype Command: Hashable & Codable & Sendable

  /// What can have happened.
  associatedtype Event: Hashable & Codable & Sendable

  /// What the rules remember of the past; only the rules look into it.
  associatedtype State: Equatable & Codable & Sendable

  /// Why a command can be refused.
  associatedtype Rejection: Error & Hashable & Codable & Sendable

  /// The state before the first event.
  var initialState: State { get }

  /// Decides what happens because of a command.
  func decide(_ command: Command, in state: State, context: DecisionContext)
    throws(Rejection) -> [Event]

  /// Returns the state after an event.
  func evolve(_ state: State, _ event: Event) -> State

  /// Returns whether the state is final.
  func isTerminal(_ state: State) -> Bool
}

extension Decider {
  /// Returns the state after a sequence of events.
  ///
  /// - Parameters:
  ///   - events: The events, oldest first.
  ///   - state: The state to begin with, or nil for ``initialState``.
  /// - Returns: The state after the last event.
  public func fold(_ events: some Sequence<Event>, from state: State? = nil) -> State {
    events.reduce(state ?? initialState, evolve)
  }
}
