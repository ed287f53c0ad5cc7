import CQRS
import EventSourcing

/// Places streams the way a dictionary does.
struct VaultRouter: PartitionRouter {
  /// Returns a number from the hash value.
  func partition(of stream: StreamID, count: Int) -> Int {
    abs(stream.hashValue % count)
  }

  /// Returns the latest position that is known.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    statuses.compactMap(\.position).max()
  }
}
