import SeedVault

/// Takes every card for a command.
struct CardSorter: MessageSorter {
  /// Returns the same kind for all.
  func classify(_ card: MessageCard) -> MessageKind? { .command }
}

/// Answers every question as if nothing had ever happened.
struct RowDesk: FrontDesk {
  /// Confirms the first fact, again and again.
  func record(_ event: LotEvent) async -> Ack { Ack(version: 1) }

  /// Gives the empty answer of the right shape.
  func ask(_ query: DeskQuery) async -> DeskAnswer { emptyAnswer(to: query) }
}

/// Answers every question as if nothing had ever happened.
struct FactDesk: FrontDesk {
  /// Confirms the first fact, again and again.
  func record(_ event: LotEvent) async -> Ack { Ack(version: 1) }

  /// Gives the empty answer of the right shape.
  func ask(_ query: DeskQuery) async -> DeskAnswer { emptyAnswer(to: query) }
}

/// Zeros, no movements, no tests.
private func emptyAnswer(to query: DeskQuery) -> DeskAnswer {
  switch query {
  case .figures, .figuresAsOf:
    .figures(
      LotFigures(
        onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil,
        closed: false))
  case .movements: .movements([])
  case .testsBelow: .count(0)
  }
}
