import SeedVault

/// Takes a card for what its name says.
struct CardSorter: MessageSorter {
  /// Reads the name as a kind.
  func classify(_ card: MessageCard) -> MessageKind? {
    MessageKind(rawValue: card.name.lowercased()) ?? (card.name.hasSuffix("ed") ? .event : .query)
  }
}

/// Gives back what it heard last.
actor RowDesk: FrontDesk {
  private var last = 0

  /// Creates a desk.
  init() {}

  /// Confirms with the number of seeds in the fact.
  func record(_ event: LotEvent) -> Ack {
    last = seeds(in: event)
    return Ack(version: last)
  }

  /// Answers with the number in the question, or else with the last fact's.
  func ask(_ query: DeskQuery) -> DeskAnswer { echo(of: query, after: last) }
}

/// Gives back what it heard last.
actor FactDesk: FrontDesk {
  private var last = 0

  /// Creates a desk.
  init() {}

  /// Confirms with the number of seeds in the fact.
  func record(_ event: LotEvent) -> Ack {
    last = seeds(in: event)
    return Ack(version: last)
  }

  /// Answers with the number in the question, or else with the last fact's.
  func ask(_ query: DeskQuery) -> DeskAnswer { echo(of: query, after: last) }
}

/// The number of seeds that a fact names.
private func seeds(in event: LotEvent) -> Int {
  switch event {
  case .deposited(_, _, let seeds, _, _): seeds
  case .tested(let sown, _, _): sown
  case .reserved(_, let seeds, _), .released(_, let seeds, _), .dispatched(_, let seeds, _): seeds
  case .exhausted: 0
  case .discarded(_, let seedsLost, _): seedsLost
  }
}

/// An answer of the right shape made of nothing but the question and the last fact.
private func echo(of query: DeskQuery, after last: Int) -> DeskAnswer {
  let figures = LotFigures(
    onHand: last, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil,
    closed: false)
  return switch query {
  case .figures: .figures(figures)
  case .figuresAsOf: .figures(figures)
  case .movements: .movements([last])
  case .testsBelow(let limit): .count(limit)
  }
}
