import SeedVault

/// Sorts cards by rules: the kind is that of the only rule that fits.
struct CardSorter: MessageSorter {
  /// One kind and what it demands.
  private typealias Rule = (kind: MessageKind, fits: @Sendable (MessageCard) -> Bool)

  /// The three rules, in no particular order.
  private static let rules: [Rule] = [
    (.event, { $0.alreadyHappened && !$0.mayBeRefused }),
    (.command, { $0.mayBeRefused && $0.changesState && !$0.returnsData && !$0.alreadyHappened }),
    (.query, { $0.returnsData && !$0.changesState && !($0.alreadyHappened && $0.mayBeRefused) }),
  ]

  /// Asks every rule.
  func classify(_ card: MessageCard) -> MessageKind? {
    let fitting = Self.rules.filter { $0.fits(card) }
    return fitting.count == 1 ? fitting[0].kind : nil
  }
}
