import SeedVault

/// Sorts the cards of the front desk by what a message does, never by what it is called.
struct CardSorter: MessageSorter {
  /// Returns the kind of a message, or nil if it is none of the three.
  func classify(_ card: MessageCard) -> MessageKind? {
    // Command-query separation: a message changes something or answers, never both.
    if card.changesState && card.returnsData { return nil }
    // The past cannot be refused; a "fact" that can be is no fact.
    if card.alreadyHappened { return card.mayBeRefused ? nil : .event }
    if card.returnsData { return .query }
    return card.changesState && card.mayBeRefused ? .command : nil
  }
}
