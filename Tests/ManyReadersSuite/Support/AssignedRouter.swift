import CQRS
import EventSourcing
import SeedVault

/// The suite's own router: it places lots where a case wants them, and other streams by their texts.
///
/// So the read side is tried without the learner's router.
struct AssignedRouter: PartitionRouter {
  private let places: [StreamID: Int]

  /// A router that has no lots to place.
  init() {
    self.init([:])
  }

  /// A router that knows where some lots belong.
  init(_ places: [LotID: Int]) {
    self.places = Dictionary(uniqueKeysWithValues: places.map { ($0.key.stream, $0.value) })
  }

  /// The place of the stream, within the count.
  func partition(of stream: StreamID, count: Int) -> Int {
    let place =
      places[stream] ?? Int(stream.rawValue.utf8.reduce(0) { ($0 * 31 + UInt32($1)) % 9973 })
    return place % count
  }

  /// The smallest position, nil if one has none.
  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    statuses.contains { $0.position == nil } ? nil : statuses.compactMap(\.position).min()
  }
}
