import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// How a lot ends.
@Suite("How a lot ends", .exercise(.lotRules))
struct ClosingBehaviours {
  @Test(
    "The dispatch of the last seeds on hand yields `dispatched` and `exhausted`, in one decision",
    .behaviour(
      "B10", points: 4, isOpen: true,
      hint: """
        Nothing on hand is not the same as nothing available: seeds that another request holds are \
        still in the vault. The closing belongs to the decision that causes it, after its cause.
        """))
  func exhaustion() throws {
    let last: [LotEvent] = [.dispatch("r-1", of: 60), .exhausted(at: Lot.noon)]
    for lot in [
      Lot.deposited(60, .reservation("r-1", of: 60)),
      .deposited(100, .test(1, of: 40), .reservation("r-1", of: 60)),
      .deposited(70, .reservation("r-2", of: 10), .reservation("r-1", of: 60))
        .after(.dispatch("r-2", of: 10)),
      // What the policy keeps unreserved today is no reason to keep it on hand.
      Lot(
        [.deposit(of: 60), .reservation("r-1", of: 60)],
        under: VaultPolicy(reserveFloor: 30, minViabilityPermille: 900)),
    ] {
      try lot.when(.dispatch("r-1"), at: Lot.noon, meets: .accepted(last))
    }
    for lot in [
      Lot.deposited(61, .reservation("r-1", of: 60)),
      .deposited(70, .reservation("r-2", of: 10), .reservation("r-1", of: 60)),
      .deposited(70, .reservation("r-1", of: 60), .reservation("r-2", of: 10))
        .after(.release("r-2", of: 10)),
    ] {
      try lot.when(.dispatch("r-1"), yields: .dispatch("r-1", of: 60))
    }
  }

  @Test(
    """
    An exhausted or discarded lot refuses with `lotClosed`, still answers exact repeats with \
    nothing, and it alone is terminal
    """,
    .behaviour(
      "B11", points: 3,
      hint: """
        Two kinds of event close a lot, and only they do: a lot whose last seed was sown is open. \
        Closing does not make the lot forget its requests.
        """))
  func closed() throws {
    let sownOut = Lot.deposited(40, .test(30, of: 40))
    for open in [Lot(), .deposited(40), .deposited(40, .reservation("r-1", of: 40)), sownOut] {
      try open.isTerminal(false)
    }
    try sownOut.when(
      .discard(reason: "empty"),
      yields: .discarded(reason: "empty", seedsLost: 0, at: Lot.noon))

    let used = Lot.deposited(
      100, .test(36, of: 40), .reservation("r-1", of: 10), .release("r-1", of: 10),
      .reservation("r-2", of: 20), .dispatch("r-2", of: 20), .reservation("r-3", of: 40))
    let exhausted = used.after(.dispatch("r-3", of: 40), .exhausted(at: Lot.noon))
    let discarded = used.after(
      .release("r-3", of: 40), .discarded(reason: "mould", seedsLost: 40, at: Lot.noon))
    // It should not have happened that a lot with seeds on hand was declared exhausted, but it did.
    let declared = Lot.deposited(100, .test(36, of: 40)).after(.exhausted(at: Lot.noon))
    for lot in [exhausted, discarded, declared] {
      try lot.isTerminal(true)
      try lot.when(.discard(reason: "again"), isRefused: .lotClosed)
      // A closed lot may also say that it has no seeds to give.
      for command in [
        LotCommand.recordTest(sown: 1, germinated: 1), .reserve("r-9", seeds: 1),
      ] {
        try lot.when(command, isRefused: "lotClosed, since the lot is closed") { reason in
          switch reason {
          case .lotClosed, .insufficientSeeds: true
          default: false
          }
        }
      }
    }
    for lot in [exhausted, discarded] {
      try lot.whenRepeated(.release("r-1"))
      try lot.whenRepeated(.dispatch("r-2"))
    }
  }

  @Test(
    """
    A lot is discarded with all seeds on hand, unless requests hold some: then the conflict names \
    the smallest of them
    """,
    .behaviour(
      "B12", points: 3,
      hint: """
        A dictionary or set has another order in every process, so its first element is not the \
        smallest. Requests that were released or dispatched hold nothing.
        """))
  func discard() throws {
    let requests: [[RequestID]] = [
      ["r-7", "r-3", "r-11", "r-2", "r-9", "r-5", "r-20", "r-8"],
      ["ida", "emil", "ruth", "anna", "zoe", "kurt", "berta"],
      ["r-0006", "r-0004", "r-0002", "r-0003", "r-0005", "r-0007"],
    ]
    for worker in [Worker.current, try .fresh(), try .fresh()] {
      for requests in requests {
        let reservations = requests.map { LotEvent.reservation($0, of: 10) }
        let lot = Lot([.deposit(of: 500)] + reservations, in: worker)
        guard let smallest = requests.min() else { continue }
        try lot.when(.discard(reason: "mould"), isRefused: .requestConflict(smallest))
        let next = requests.sorted()[1]
        for settled in [LotEvent.release(smallest, of: 10), .dispatch(smallest, of: 10)] {
          try lot.after(settled)
            .when(.discard(reason: "mould"), isRefused: .requestConflict(next))
        }
      }
    }
    try Lot.deposited(500).when(
      .discard(reason: "mould"), yields: .discarded(reason: "mould", seedsLost: 500, at: Lot.noon))
    try Lot.deposited(
      500, .test(1, of: 30), .reservation("r-1", of: 40), .release("r-1", of: 40),
      .reservation("r-2", of: 50), .dispatch("r-2", of: 50)
    ).when(
      .discard(reason: "fire"), yields: .discarded(reason: "fire", seedsLost: 420, at: Lot.noon))
  }
}
