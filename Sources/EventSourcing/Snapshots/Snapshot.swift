/// The state of a stream at one version, kept so that a load can skip the events before.
///
/// A snapshot is a shortcut, never a source: everything in it can be computed from the events
/// again.
public struct Snapshot: Hashable, Codable, Sendable {
  /// The stream the state belongs to.
  public var stream: StreamID

  /// The number of stored events that are already contained in the state.
  public var version: StreamVersion

  /// The schema of the state; a snapshot of another schema than the present one is not used.
  public var stateSchema: Int

  /// The encoded state.
  public var state: JSONValue

  /// Creates a snapshot.
  public init(stream: StreamID, version: StreamVersion, stateSchema: Int, state: JSONValue) {
    self.stream = stream
    self.version = version
    self.stateSchema = stateSchema
    self.state = state
  }
}
