import SeedVault

/// A front desk that keeps every fact and works out each answer when asked.
///
/// Nothing is overwritten, so it can answer what nobody thought of when the facts came in.
actor FactDesk: FrontDesk {
  /// Every fact, oldest first; facts are added, never changed.
  private var facts: [LotEvent] = []

  /// Creates a desk that knows no facts.
  init() {}

  /// Adds one fact to the list.
  func record(_ event: LotEvent) -> Ack {
    facts.append(event)
    return Ack(version: facts.count)
  }

  /// Answers from the list of facts and leaves it as it is.
  func ask(_ query: DeskQuery) -> DeskAnswer {
    switch query {
    case .figures:
      return .figures(LotFigures(after: facts))
    case .figuresAsOf(let version):
      guard (0...facts.count).contains(version) else { return .unanswerable }
      return .figures(LotFigures(after: facts.prefix(version)))
    case .movements:
      return .movements(facts.map(\.movement).filter { $0 != 0 })
    case .testsBelow(let limit):
      return .count(facts.compactMap(\.permille).count { $0 < limit })
    }
  }
}
