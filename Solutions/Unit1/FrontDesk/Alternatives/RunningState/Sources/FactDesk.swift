import SeedVault

/// A desk that works out every answer when a fact arrives, and keeps the results of all versions.
actor FactDesk: FrontDesk {
  /// The facts as they came in.
  private var facts: [LotEvent] = []
  /// The figures of every version; the first are those before any fact.
  private var figures: [LotFigures] = [.zero]
  /// The changes of the seeds on hand.
  private var movements: [Int] = []
  /// The results of all tests.
  private var permilles: [Int] = []

  /// Creates a desk that knows no facts.
  init() {}

  /// Adds a fact, and to every list what the fact means for it.
  func record(_ event: LotEvent) async -> Ack {
    let before = figures[facts.count]
    let after = before.following(event)
    facts.append(event)
    figures.append(after)
    if after.onHand != before.onHand { movements.append(after.onHand - before.onHand) }
    if case .tested = event, let permille = after.viabilityPermille { permilles.append(permille) }
    return Ack(version: facts.count)
  }

  /// Answers by looking up.
  func ask(_ query: DeskQuery) async -> DeskAnswer {
    switch query {
    case .figures: .figures(figures[facts.count])
    case .figuresAsOf(let version):
      figures.indices.contains(version) ? .figures(figures[version]) : .unanswerable
    case .movements: .movements(movements)
    case .testsBelow(let limit): .count(permilles.count { $0 < limit })
    }
  }
}
