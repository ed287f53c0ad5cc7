import SeedVault

/// A desk that guards a history.
actor FactDesk: FrontDesk {
  /// The history, a plain value.
  private var history = LotHistory()

  /// Creates a desk that knows no facts.
  init() {}

  /// Adds a fact to the history.
  func record(_ event: LotEvent) -> Ack {
    history.add(event)
    return Ack(version: history.version)
  }

  /// Asks the history.
  func ask(_ query: DeskQuery) -> DeskAnswer {
    switch query {
    case .figures: .figures(history.figures)
    case .figuresAsOf(let version):
      history.asOf(version).map { .figures($0.figures) } ?? .unanswerable
    case .movements: .movements(history.movements)
    case .testsBelow(let limit): .count(history.permilles.count { $0 < limit })
    }
  }
}
