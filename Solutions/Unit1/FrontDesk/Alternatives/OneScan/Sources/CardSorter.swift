import SeedVault

/// Sorts cards with one switch over the four answers on the card.
struct CardSorter: MessageSorter {
  /// Returns the kind of a message.
  func classify(_ card: MessageCard) -> MessageKind? {
    switch (card.alreadyHappened, card.mayBeRefused, card.changesState, card.returnsData) {
    case (true, false, _, false): .event
    case (false, true, true, false): .command
    case (false, _, false, true): .query
    default: nil
    }
  }
}
