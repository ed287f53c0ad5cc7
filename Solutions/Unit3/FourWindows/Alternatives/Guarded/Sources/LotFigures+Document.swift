import EventSourcing
import SeedVault

extension LotFigures {
  /// The figures of a lot of which nothing is known.
  static let none = LotFigures(
    onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil, closed: false)

  /// The seeds that nothing is promised to.
  var available: Int { onHand - reserved }

  /// Reads the figures from a document; those of nothing if there is none.
  init(_ document: JSONValue?) {
    self = .none
    onHand = document?["onHand"]?.integer ?? 0
    reserved = document?["reserved"]?.integer ?? 0
    dispatched = document?["dispatched"]?.integer ?? 0
    sown = document?["sown"]?.integer ?? 0
    lost = document?["lost"]?.integer ?? 0
    viabilityPermille = document?["viabilityPermille"]?.integer
    closed = document?["closed"] == .bool(true)
  }

  /// The figures as the fields of a document.
  var fields: [String: JSONValue] {
    [
      "onHand": .integer(onHand), "reserved": .integer(reserved),
      "dispatched": .integer(dispatched), "sown": .integer(sown), "lost": .integer(lost),
      "viabilityPermille": viabilityPermille.map { .integer($0) } ?? .null,
      "closed": .bool(closed),
    ]
  }

  /// Takes one event into the figures.
  mutating func apply(_ event: LotEvent) {
    switch event {
    case .deposited(_, _, let seeds, _, _):
      onHand += seeds
    case .tested(let seeds, let germinated, _):
      onHand -= seeds
      sown += seeds
      viabilityPermille = seeds > 0 ? germinated * 1_000 / seeds : 0
    case .reserved(_, let seeds, _):
      reserved += seeds
    case .released(_, let seeds, _):
      reserved -= seeds
    case .dispatched(_, let seeds, _):
      reserved -= seeds
      onHand -= seeds
      dispatched += seeds
    case .exhausted:
      closed = true
    case .discarded(_, let seeds, _):
      onHand -= seeds
      lost += seeds
      closed = true
    }
  }
}
