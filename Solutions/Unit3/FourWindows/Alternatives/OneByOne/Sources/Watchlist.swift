import CQRS
import EventSourcing
import SeedVault

/// Keeps the weakest lots by taking one lot out of the order and putting it in again.
struct Watchlist: LotProjection {
  let codec: any EventCodec<LotEvent>
  var name: ProjectionName { .watchlist }
  var handles: Set<String> { RecordedEvent.lotTypes }

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (lot, events) = try event.lotEvents(by: codec) else { return [] }
    var permille: Int?
    var matters = false
    for event in events {
      switch event {
      case .deposited: (permille, matters) = (0, true)
      case .tested(let sown, let germinated, _):
        (permille, matters) = (sown > 0 ? germinated * 1_000 / sown : 0, true)
      case .exhausted, .discarded: (permille, matters) = (nil, true)
      default: break
      }
    }
    guard matters else { return [] }
    let others = try await views.documents(in: "watchlist")
    var order: [(permille: Int, lot: String)] = []
    for (other, document) in others where other != lot.rawValue {
      order.append((document["permille"]?.integer ?? 0, other))
    }
    if let permille { order.append((permille, lot.rawValue)) }
    order.removeAll { $0.permille >= 850 }
    order.sort { $0.permille == $1.permille ? $0.lot < $1.lot : $0.permille < $1.permille }
    let key = ViewKey("watchlist", lot.rawValue)
    let weakest = JSONValue.list(order.prefix(5).map(\.lot))
    return [
      .put(ViewKey("watchlist.weakest", "lots"), .object(["lots": weakest])),
      permille.map { .put(key, .object(["permille": .integer($0)])) } ?? .remove(key),
    ]
  }
}
