import SeedVault

/// Sorts cards by looking them up in a decision table of all that a message can do.
struct CardSorter: MessageSorter {
  /// What a message does, as a set of yes and no.
  private struct Traits: OptionSet, Hashable {
    let rawValue: Int

    static let mayBeRefused = Traits(rawValue: 1)
    static let changesState = Traits(rawValue: 2)
    static let returnsData = Traits(rawValue: 4)
    static let alreadyHappened = Traits(rawValue: 8)
  }

  /// The cards that have a kind; all others have none.
  private static let kinds: [Traits: MessageKind] = [
    [.alreadyHappened]: .event,
    [.alreadyHappened, .changesState]: .event,
    [.mayBeRefused, .changesState]: .command,
    [.returnsData]: .query,
    [.returnsData, .mayBeRefused]: .query,
  ]

  /// Looks the card up.
  func classify(_ card: MessageCard) -> MessageKind? {
    var traits: Traits = []
    if card.mayBeRefused { traits.insert(.mayBeRefused) }
    if card.changesState { traits.insert(.changesState) }
    if card.returnsData { traits.insert(.returnsData) }
    if card.alreadyHappened { traits.insert(.alreadyHappened) }
    return Self.kinds[traits]
  }
}
