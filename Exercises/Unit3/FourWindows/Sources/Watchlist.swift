import CQRS
import EventSourcing
import SeedVault

/// The window on open lots whose seeds germinate poorly.
struct Watchlist: LotProjection {
  private let codec: any EventCodec<LotEvent>
  let name: ProjectionName = .watchlist
  let handles: Set<String> = [
    "lot.deposited", "lot.tested", "lot.exhausted", "lot.discarded", "lot.shipped",
  ]

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  /// Puts or removes the lot's permille, and puts the list of the weakest lots.
  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (lot, events) = try event.lotEvents(by: codec) else { return [] }
    let before = try await views.documents(in: "watchlist")
    var permille = before.compactMapValues { $0["permille"]?.integer }
    for event in events {
      switch event {
      case .deposited: permille[lot.rawValue] = 0
      case .tested(let sown, let germinated, _):
        permille[lot.rawValue] = germinated * 1_000 / max(sown, 1)
      case .exhausted, .discarded: permille[lot.rawValue] = nil
      case .reserved, .released, .dispatched: break
      }
    }
    let key = ViewKey("watchlist", lot.rawValue)
    let own: ViewWrite =
      permille[lot.rawValue].map { .put(key, .object(["permille": .integer($0)])) }
      ?? .remove(key)
    // TODO: Put the list of the weakest lots, too. Sort before you cut.
    return [own]
  }
}
