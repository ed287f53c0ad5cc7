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
    // TODO: Keep the fact, and confirm with its version.
    Ack(version: 0)
  }

  /// Answers from the list of facts and leaves it as it is.
  func ask(_ query: DeskQuery) -> DeskAnswer {
    // TODO: Answer all four questions. The list is all you need.
    .unanswerable
  }
}
