import CQRS
import EventSourcing

/// Places streams by a polynomial over their scalars.
struct VaultRouter: PartitionRouter {
  /// Returns the partition of a stream, bringing the number into range at each step.
  func partition(of stream: StreamID, count: Int) -> Int {
    var hash: UInt32 = 5381
    for scalar in stream.rawValue.unicodeScalars { hash = hash &* 33 &+ scalar.value }
    // The high bits know more of the text than the low ones.
    hash ^= hash >> 15
    return Int((UInt64(hash &* 0x9E37_79B1) * UInt64(count)) >> 32)
  }

  /// Returns the smallest position, nil as long as one is missing.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    let positions = statuses.compactMap(\.position)
    return positions.count == statuses.count ? positions.min() : nil
  }
}
