/// Rules that react to what happens in several streams by issuing further commands.
///
/// **The functions are pure and total.** They read no clock and no randomness; time arrives as an
/// input. An input that is unexpected or out of order changes nothing, issues nothing and never
/// traps.
///
/// **An input belongs to one process or to none.** Inputs of one process do not affect another; an
/// input without a process is ignored.
///
/// **A reaction sees the state before its input.** For each input, `react(to:in:)` and
/// `evolve(_:_:)` are given the same state, in which the input has not happened yet.
///
/// **The order of outputs never depends on a set or dictionary.** It is the same in every process.
///
/// **A complete process is silent.** In a complete state every reaction is empty, and the state
/// stays complete.
///
/// ```swift
/// let outputs = manager.react(to: input, in: state)
/// state = manager.evolve(state, input)
/// ```
public protocol ProcessManager: Sendable {
  /// What can happen.
  associatedtype Input: Hashable & Codable & Sendable

  /// What can be asked of others.
  associatedtype Output: Hashable & Codable & Sendable

  /// What a process remembers; only the rules look into it.
  associatedtype State: Equatable & Codable & Sendable

  /// The state of a process before its first input.
  var initialState: State { get }

  /// Returns the process an input belongs to.
  ///
  /// - Parameter input: What has happened.
  /// - Returns: The process, or nil if the input concerns none.
  func correlate(_ input: Input) -> ProcessID?

  /// Returns the state after an input; it cannot refuse.
  ///
  /// - Parameters:
  ///   - state: The state before the input.
  ///   - input: What has happened.
  /// - Returns: The state after the input.
  func evolve(_ state: State, _ input: Input) -> State

  /// Returns what to ask of others because of an input.
  ///
  /// - Parameters:
  ///   - input: What has happened.
  ///   - state: The state before the input.
  /// - Returns: The outputs in order; possibly none.
  func react(to input: Input, in state: State) -> [Output]

  /// Returns whether the process is over.
  ///
  /// - Parameter state: The state to judge.
  /// - Returns: True if nothing more will be issued.
  func isComplete(_ state: State) -> Bool
}
