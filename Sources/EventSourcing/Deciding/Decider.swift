/// Rules that turn a command and a state into events, and events into a state.
///
/// **The functions are pure.** They read no clock, no randomness and no shared memory, and change
/// nothing: everything that varies arrives in the arguments. The same arguments give the same
/// result, always, in every process, and in whatever order calls for different streams are
/// interleaved.
///
/// **Deciding changes nothing.** The state passed in is the same afterward, also when the command
/// is refused; if a state holds references, ``evolve(_:_:)`` copies what it changes. A refused
/// command leaves no trace in later decisions.
///
/// **Evolving is total.** An event has happened and cannot be refused, so `evolve` accepts every
/// event in every state, without trapping, even one that today's rules would not allow, and later
/// decisions reflect it.
///
/// **The state is what the events say.** Folding a history at once or in two parts gives the same
/// state, also if the state is encoded and decoded in between. Nothing that matters to a decision
/// may be kept outside the state or left out of its encoding.
///
/// **No events means nothing to do.** `decide` returns an empty list if the command is fine and
/// changes nothing, such as an exact repeat.
///
/// **The order of events is part of the decision.** It never depends on the order of a set or
/// dictionary, which differs from process to process.
///
/// ```swift
/// struct Door: Decider {
///   enum Command: Hashable, Codable { case open }
///   enum Event: Hashable, Codable { case opened(at: Timestamp) }
///   enum Rejection: Error, Hashable, Codable { case walledUp }
///
///   let initialState = false
///
///   func decide(_ command: Command, in isOpen: Bool, context: DecisionContext)
///     throws(Rejection) -> [Event]
///   {
///     isOpen ? [] : [.opened(at: context.now)]
///   }
///
///   func evolve(_ isOpen: Bool, _ event: Event) -> Bool { true }
///
///   func isTerminal(_ isOpen: Bool) -> Bool { false }
/// }
/// ```
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
  ///
  /// - Parameters:
  ///   - command: What is asked for.
  ///   - state: The state after all earlier events.
  ///   - context: The identity, time and actor of the decision.
  /// - Returns: The events that happen, in order; none if there is nothing to do.
  /// - Throws: The reason if the command is refused.
  func decide(_ command: Command, in state: State, context: DecisionContext)
    throws(Rejection) -> [Event]

  /// Returns the state after an event; it cannot refuse.
  ///
  /// - Parameters:
  ///   - state: The state before the event.
  ///   - event: What has happened.
  /// - Returns: The state after the event.
  func evolve(_ state: State, _ event: Event) -> State

  /// Returns whether the state is final, so that no further events are to be expected.
  ///
  /// - Parameter state: The state to judge.
  /// - Returns: True if the stream is closed for good.
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
