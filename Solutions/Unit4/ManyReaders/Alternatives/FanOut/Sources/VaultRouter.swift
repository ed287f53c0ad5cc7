import CQRS
import EventSourcing

/// Places streams by a checksum: CRC-32 over the bytes of the text.
struct VaultRouter: PartitionRouter {
  /// Returns the partition of a stream.
  func partition(of stream: StreamID, count: Int) -> Int {
    var checksum = UInt32.max
    for byte in stream.rawValue.utf8 {
      checksum ^= UInt32(byte)
      for _ in 0..<8 {
        checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1
      }
    }
    return Int(checksum) % count
  }

  /// Returns the position of the last of all partitions, nil if it is nowhere yet.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    guard let first = statuses.first else { return nil }
    return statuses.dropFirst().reduce(first.position) { smallest, status in
      guard let smallest, let position = status.position else { return nil }
      return min(smallest, position)
    }
  }
}
