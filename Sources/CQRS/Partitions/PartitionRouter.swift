public import EventSourcing

/// Decides which partition a stream belongs to, and how far all partitions have come together.
///
/// **Every stream has one partition.** It is in `0..<count` for every count from 1 on and for every
/// text, and depends on the stream's identifier and the count alone, so all events of a stream
/// share a partition.
///
/// **The answer is the same in every process, for ever.** Views are stored by it. `hashValue` is
/// seeded anew in each process and may be negative; it does not serve.
///
/// **Streams are spread evenly.** Of 10 000 identifiers over 8 partitions, each partition gets
/// between half and double the mean.
///
/// **The watermark is what all partitions have reached.** It is the smallest position of all
/// statuses, healthy or not; nil as long as one of them has no position, and nil without statuses.
///
/// ```swift
/// let partition = router.partition(of: "lot-7", count: 8)  // 0...7
/// let reached = router.watermark(await reads.status())
/// ```
public protocol PartitionRouter: Sendable {
  /// Creates a router.
  init()

  /// Returns the partition of a stream.
  ///
  /// - Parameters:
  ///   - stream: The stream to place.
  ///   - count: The number of partitions, 1 or more.
  /// - Returns: A number from 0 up to, and not including, the count.
  func partition(of stream: StreamID, count: Int) -> Int

  /// Returns the position that all partitions have reached.
  ///
  /// - Parameter statuses: One status for each partition, in any order.
  /// - Returns: The smallest position, or nil if a partition has none.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition?
}
