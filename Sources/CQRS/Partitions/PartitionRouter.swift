public import EventSourcing

/// Decides which partition a stream belongs to, and how far all partitions have come together.
public protocol PartitionRouter: Sendable {
  /// Creates a router.
  init()

  /// Returns the partition of a stream.
  func partition(of stream: StreamID, count: Int) -> Int

  /// Returns the position that all partitions have reached.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition?
}
