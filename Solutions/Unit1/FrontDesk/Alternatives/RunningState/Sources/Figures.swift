import SeedVault

extension LotFigures {
  /// The figures of a lot of which no fact is known.
  static var zero: Self {
    Self(
      onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil,
      closed: false)
  }

  /// The figures after one more fact.
  func following(_ fact: LotEvent) -> Self {
    var next = self
    switch fact {
    case .deposited(_, _, let seeds, _, _):
      next.onHand += seeds
    case .tested(let seeds, let germinated, _):
      next.onHand -= seeds
      next.sown += seeds
      next.viabilityPermille = germinated * 1000 / seeds
    case .reserved(_, let seeds, _):
      next.reserved += seeds
    case .released(_, let seeds, _):
      next.reserved -= seeds
    case .dispatched(_, let seeds, _):
      next.onHand -= seeds
      next.reserved -= seeds
      next.dispatched += seeds
    case .exhausted:
      next.closed = true
    case .discarded(_, let seedsLost, _):
      next.onHand -= seedsLost
      next.lost += seedsLost
      next.closed = true
    }
    return next
  }
}
