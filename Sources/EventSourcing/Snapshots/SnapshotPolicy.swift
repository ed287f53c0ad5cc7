/// When a repository saves snapshots, and under which schema.
public struct SnapshotPolicy: Hashable, Codable, Sendable {
  /// The interval in stored events: a snapshot is due at each multiple of it; 0 means never.
  public var every: Int

  /// The schema of the state that the present code writes and reads.
  public var stateSchema: Int

  /// Creates a policy.
  public init(every: Int, stateSchema: Int) {
    self.every = every
    self.stateSchema = stateSchema
  }
}
