import CQRS
import EventSourcing

/// Gives every stream its partition, and tells how far all partitions have come together.
struct VaultRouter: PartitionRouter {
  /// Returns the partition of a stream: the rest of its fingerprint.
  ///
  /// The fingerprint is divided as an unsigned number, so the rest is never negative.
  func partition(of stream: StreamID, count: Int) -> Int {
    Int(fingerprint(of: stream) % UInt64(count))
  }

  /// Returns the smallest position of all partitions; nil if one has none, or if there are none.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    var smallest: GlobalPosition?
    for status in statuses {
      guard let position = status.position else { return nil }
      smallest = min(smallest ?? position, position)
    }
    return smallest
  }

  /// Returns a number that depends on the stream's text alone: FNV-1a over its bytes.
  private func fingerprint(of stream: StreamID) -> UInt64 {
    stream.rawValue.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }
}
