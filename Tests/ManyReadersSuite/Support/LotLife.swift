import SeedVault

/// What events make of one lot, for the suite's documents and for what it expects.
struct LotLife {
  /// Where a request stands with the lot, by its name in documents.
  enum Standing: String {
    case reserved, dispatched, released
  }

  /// The lot's figures.
  private(set) var figures = LotFigures(
    onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil, closed: false)
  /// Where every request stands, and with how many seeds.
  private(set) var requests: [RequestID: (standing: Standing, seeds: Int)] = [:]

  /// Lives through one more event.
  mutating func apply(_ event: LotEvent) {
    switch event {
    case .deposited(_, _, let seeds, _, _):
      figures.onHand += seeds
    case .tested(let sown, let germinated, _):
      figures.onHand -= sown
      figures.sown += sown
      figures.viabilityPermille = germinated * 1000 / max(sown, 1)
    case .reserved(let request, let seeds, _):
      figures.reserved += seeds
      requests[request] = (.reserved, seeds)
    case .released(let request, let seeds, _):
      figures.reserved -= seeds
      requests[request] = (.released, seeds)
    case .dispatched(let request, let seeds, _):
      figures.onHand -= seeds
      figures.reserved -= seeds
      figures.dispatched += seeds
      requests[request] = (.dispatched, seeds)
    case .exhausted:
      figures.closed = true
    case .discarded(_, let seedsLost, _):
      figures.onHand -= seedsLost
      figures.lost += seedsLost
      figures.closed = true
    }
  }
}

extension Sequence<Chronicle.Entry> {
  /// What the events make of every lot they are about.
  var lives: [LotID: LotLife] {
    reduce(into: [:]) { $0[$1.lot, default: LotLife()].apply($1.event) }
  }
}
