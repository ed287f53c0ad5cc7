import SeedVault

/// The facts of one lot as a value, with every answer they hold; it knows no actor and no lock.
struct LotHistory: Sendable {
  /// The facts, oldest first.
  private(set) var facts: [LotEvent] = []

  /// The number of facts.
  var version: Int { facts.count }

  /// Adds a fact.
  mutating func add(_ fact: LotEvent) {
    facts.append(fact)
  }

  /// The history as it was when it had so many facts, if it ever did.
  func asOf(_ version: Int) -> LotHistory? {
    guard version >= 0, version <= facts.count else { return nil }
    return LotHistory(facts: Array(facts.prefix(version)))
  }

  /// The changes of the seeds on hand.
  var movements: [Int] {
    facts.compactMap { fact in
      switch fact {
      case .deposited(_, _, let seeds, _, _): seeds
      case .tested(let sown, _, _): -sown
      case .dispatched(_, let seeds, _): -seeds
      case .discarded(_, 0, _): nil
      case .discarded(_, let seedsLost, _): -seedsLost
      case .reserved, .released, .exhausted: nil
      }
    }
  }

  /// The results of all tests, oldest first.
  var permilles: [Int] {
    facts.compactMap { fact in
      guard case .tested(let sown, let germinated, _) = fact else { return nil }
      return sown > 0 ? germinated * 1000 / sown : 0
    }
  }

  /// The figures, folded from the facts.
  var figures: LotFigures {
    facts.reduce(into: Self.nothing) { figures, fact in
      switch fact {
      case .deposited, .tested: break
      case .reserved(_, let seeds, _): figures.reserved += seeds
      case .released(_, let seeds, _): figures.reserved -= seeds
      case .dispatched(_, let seeds, _):
        figures.reserved -= seeds
        figures.dispatched += seeds
      case .exhausted: figures.closed = true
      case .discarded(_, let seedsLost, _):
        figures.lost = seedsLost
        figures.closed = true
      }
      if case .tested(let sown, _, _) = fact { figures.sown += sown }
    }
    .with { $0.onHand = movements.reduce(0, +) }
    .with { $0.viabilityPermille = permilles.last }
  }

  /// The figures of no facts.
  private static let nothing = LotFigures(
    onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil, closed: false)
}

extension LotFigures {
  /// A copy with one thing changed.
  fileprivate func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}
