import CQRS
import EventSourcing

/// Places streams by a contest: every partition bids for the stream, and the highest bid wins.
///
/// So adding a partition moves only the streams that the new one wins.
final class VaultRouter: PartitionRouter {
  /// Creates a router.
  init() {}

  /// Returns the partition of the highest bid.
  func partition(of stream: StreamID, count: Int) -> Int {
    var text: UInt64 = 0
    for byte in stream.rawValue.utf8 { text = scrambled(text ^ UInt64(byte)) }
    var winner = (partition: 0, bid: UInt64.min)
    for partition in 0..<count {
      let bid = scrambled(text &+ UInt64(partition) &* 0x9E37_79B9_7F4A_7C15)
      if bid > winner.bid { winner = (partition, bid) }
    }
    return winner.partition
  }

  /// Returns the first position after sorting, where no position sorts before all others.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    statuses.map { $0.position?.rawValue }.sorted { left, right in
      guard let right else { return false }
      return left.map { $0 < right } ?? true
    }.first?.map(GlobalPosition.init(rawValue:))
  }

  /// Returns a number that differs in about half of its bits when the given one differs in one.
  private func scrambled(_ number: UInt64) -> UInt64 {
    var number = number &+ 0x9E37_79B9_7F4A_7C15
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }
}
