import SeedVault
import SuiteSupport
import Testing

@Suite("Sorting cards", .exercise(.frontDesk))
struct SortingBehaviours {
  @Test(
    """
    A message that has happened is an event, one that may be refused and changes state a command, \
    one that returns data and changes nothing a query; one that is two things at once is none
    """,
    .behaviour(
      "B1", points: 3, isOpen: true,
      hint: """
        Look for a contradiction before you look for a kind: a fact that could be refused is no \
        fact, and a message that both changes and answers is two messages in one.
        """))
  func kinds() throws {
    let sorter = CardSorter()
    let cards: [(card: MessageCard, kind: MessageKind?)] = [
      (.card("LotTested", changes: true, happened: true), .event),
      (.card("LotPraised", happened: true), .event),
      (.card("ReserveSeeds", refusable: true, changes: true), .command),
      (.card("CountSeeds", returns: true), .query),
      (.card("ShowPermit", refusable: true, returns: true), .query),
      (.card("TakeNextLabel", changes: true, returns: true), nil),
      (.card("TryToReserve", refusable: true, changes: true, returns: true), nil),
      (.card("SeedsReserved", refusable: true, changes: true, happened: true), nil),
      (.card("VisitorArrived", refusable: true, happened: true), nil),
    ]
    for (card, kind) in cards {
      try check(
        sorter.classify(card), equals: kind, given: [card], when: "the card is sorted")
    }
  }

  @Test(
    "What a message is called has no part in what it is",
    .behaviour(
      "B2", points: 2, isOpen: true,
      hint: """
        A name is a promise that the code may break. Sort by the four answers on the card; cards \
        that differ in nothing but their name are of one kind.
        """))
  func names() throws {
    let sorter = CardSorter()
    let names = [
      "LotTested", "CountSeeds", "ReserveSeeds", "Event", "command", "FindQuery", "Seed", "",
      "Lot wurde geprüft?",
    ]
    for name in names {
      let cards: [(card: MessageCard, kind: MessageKind)] = [
        (.card(name, changes: true, happened: true), .event),
        (.card(name, refusable: true, changes: true), .command),
        (.card(name, returns: true), .query),
      ]
      for (card, kind) in cards {
        try check(
          sorter.classify(card), equals: kind, given: [card], when: "the card is sorted")
      }
    }
  }
}

extension MessageCard {
  /// A card on which everything is no that is not said to be yes.
  fileprivate static func card(
    _ name: String, refusable: Bool = false, changes: Bool = false, returns: Bool = false,
    happened: Bool = false
  ) -> Self {
    Self(
      name: name, mayBeRefused: refusable, changesState: changes, returnsData: returns,
      alreadyHappened: happened)
  }
}
