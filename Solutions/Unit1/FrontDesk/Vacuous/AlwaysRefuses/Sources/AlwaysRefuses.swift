import SeedVault

/// Sends every card back.
struct CardSorter: MessageSorter {
  /// Returns nil.
  func classify(_ card: MessageCard) -> MessageKind? { nil }
}

/// Records nothing and answers nothing.
struct RowDesk: FrontDesk {
  /// Confirms nothing.
  func record(_ event: LotEvent) async -> Ack { Ack(version: 0) }

  /// Knows nothing.
  func ask(_ query: DeskQuery) async -> DeskAnswer { .unanswerable }
}

/// Records nothing and answers nothing.
struct FactDesk: FrontDesk {
  /// Confirms nothing.
  func record(_ event: LotEvent) async -> Ack { Ack(version: 0) }

  /// Knows nothing.
  func ask(_ query: DeskQuery) async -> DeskAnswer { .unanswerable }
}
