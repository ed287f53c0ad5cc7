public import EventSourcing

/// How far one partition has come, and whether it works.
public struct PartitionStatus: Hashable, Codable, Sendable {
  /// The number of the partition, from 0.
  public var partition: Int

  /// The position the partition has reached, or nil if it has none or cannot tell.
  public var position: GlobalPosition?

  /// Whether the partition's view store could be used the last time; see ``ScaledReads``.
  public var healthy: Bool

  /// Creates a status.
  public init(partition: Int, position: GlobalPosition?, healthy: Bool) {
    self.partition = partition
    self.position = position
    self.healthy = healthy
  }
}
