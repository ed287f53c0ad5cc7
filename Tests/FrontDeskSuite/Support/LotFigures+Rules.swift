import SeedVault

extension LotFigures {
  /// The figures of a lot of which no fact is known.
  static let zero = LotFigures(
    onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil, closed: false)

  /// The figures that the specification demands after some facts.
  static func demanded(after facts: some Sequence<LotEvent>) -> Self {
    facts.reduce(into: zero) { figures, fact in
      switch fact {
      case .deposited(_, _, let seeds, _, _):
        figures.onHand += seeds
      case .tested(let seeds, let germinated, _):
        figures.onHand -= seeds
        figures.sown += seeds
        figures.viabilityPermille = germinated * 1000 / seeds
      case .reserved(_, let seeds, _):
        figures.reserved += seeds
      case .released(_, let seeds, _):
        figures.reserved -= seeds
      case .dispatched(_, let seeds, _):
        figures.onHand -= seeds
        figures.reserved -= seeds
        figures.dispatched += seeds
      case .exhausted:
        figures.closed = true
      case .discarded(_, let seedsLost, _):
        figures.onHand -= seedsLost
        figures.lost += seedsLost
        figures.closed = true
      }
    }
  }

  /// The numbers of seeds alone: viability and closing are behaviours of their own.
  var seedsOnly: Self {
    var figures = self
    figures.viabilityPermille = nil
    figures.closed = false
    return figures
  }
}

extension DeskAnswer {
  /// The figures in the answer, if it has any.
  var figures: LotFigures? {
    if case .figures(let figures) = self { figures } else { nil }
  }
}
