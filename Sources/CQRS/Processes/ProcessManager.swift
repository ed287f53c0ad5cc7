/// Rules that react to what happens in several streams by issuing further commands.
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
  func correlate(_ input: Input) -> ProcessID?

  /// Returns the state after an input.
  func evolve(_ state: State, _ input: Input) -> State

  /// Returns what to ask of others because of an input.
  func react(to input: Input, in state: State) -> [Output]

  /// Returns whether the process is over.
  func isComplete(_ state: State) -> Bool
}
