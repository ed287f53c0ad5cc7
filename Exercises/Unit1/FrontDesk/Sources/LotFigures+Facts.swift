import SeedVault

extension LotFigures {
  /// The figures of a lot of which no fact is known.
  static let beforeAnyFact = LotFigures(
    onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil, closed: false)

  /// The figures after some facts: the facts taken in one by one, from nothing.
  init(after facts: some Sequence<LotEvent>) {
    self = .beforeAnyFact
    for fact in facts { take(fact) }
  }

  /// Takes one more fact into the figures.
  mutating func take(_ fact: LotEvent) {
    // TODO: Change the figures as the table in the README says, fact by fact.
  }
}
