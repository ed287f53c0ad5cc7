/// The state of a stream together with the version it belongs to.
public struct Loaded<State: Equatable & Codable & Sendable>: Equatable, Codable, Sendable {
  /// The state after all events up to the version.
  public var state: State

  /// The number of stored events behind the state; 0 if the stream has none.
  public var version: StreamVersion

  /// Creates a pair of state and version.
  public init(state: State, version: StreamVersion) {
    self.state = state
    self.version = version
  }
}
