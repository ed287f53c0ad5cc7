import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// How a lot begins, and which numbers make sense.
@Suite("How a lot begins", .exercise(.lotRules))
struct DepositBehaviours {
  @Test(
    "A deposit on no history yields exactly `deposited`, with the end of the quarantine",
    .behaviour(
      "B1", points: 2, isOpen: true,
      hint: """
        The event carries the moment at which the quarantine ends, not its length; a day is \
        86 400 000 milliseconds, counted from the moment of the decision. Afterwards all the seeds \
        are on hand.
        """))
  func deposit() throws {
    let wheat = Taxon(genus: "Triticum", species: "monococcum")
    for (now, days) in [(Timestamp.in1971, 0), (.in1971, 45), (.in2970, 1), (.in2970, 3_650)] {
      let end = now.later(by: Int64(days) * 86_400_000)
      let deposited = LotEvent.deposited("tarn-3", wheat, seeds: 17, quarantineEndsAt: end, at: now)
      let lot = Lot()
      try lot.when(
        .deposit("tarn-3", wheat, seeds: 17, quarantineDays: days), at: now,
        meetsExactly: .accepted([deposited]))
      // Whoever only echoes commands is found out here: the seeds must be in the vault now.
      let stored = lot.after(deposited)
      try stored.when(
        .recordTest(sown: 17, germinated: 3), at: now, yields: .test(3, of: 17))
      try stored.when(
        .recordTest(sown: 18, germinated: 3), at: now, isRefused: .insufficientSeeds(available: 17))
    }
  }

  @Test(
    "A lot is deposited once; before that every other command is refused with `unknownLot`",
    .behaviour(
      "B2", points: 2, isOpen: true,
      hint: """
        Whether a lot is there is a fact of its history: no event, no lot. Nothing else can be \
        wrong with a lot that is not there.
        """))
  func existence() throws {
    let nothing = Lot()
    let commands: [LotCommand] = [
      .recordTest(sown: 1, germinated: 1), .reserve("r-1", seeds: 1), .release("r-1"),
      .dispatch("r-1"), .discard(reason: "lost"),
    ]
    for command in commands { try nothing.when(command, isRefused: .unknownLot) }
    let lot = Lot.deposited(100)
    try lot.when(.reserve("r-1", seeds: 1), yields: .reservation("r-1", of: 1))
    let deposits: [LotCommand] = [
      .deposit("tarn-7", .barley, seeds: 100, quarantineDays: 20),
      .deposit("tarn-7", .barley, seeds: 5, quarantineDays: 0),
    ]
    for deposit in deposits { try lot.when(deposit, isRefused: .alreadyDeposited) }
    try nothing.when(
      .deposit("tarn-7", .barley, seeds: 5, quarantineDays: 0),
      yields: .deposited("tarn-7", .barley, seeds: 5, quarantineEndsAt: Lot.noon, at: Lot.noon))
  }

  @Test(
    "Numbers without sense are refused with `invalidQuantity`, and the smallest others are not",
    .behaviour(
      "B3", points: 3, isOpen: true,
      hint: """
        Look at the edges: 1 seed is fine and 0 are not; 0 days are fine and -1 are not; none or \
        all of the sown seeds may germinate, but not more.
        """))
  func quantities() throws {
    let nothing = Lot()
    for (seeds, days) in [(0, 3), (-1, 3), (5, -1)] {
      try nothing.when(
        .deposit("tarn-7", .barley, seeds: seeds, quarantineDays: days), isRefused: .invalidQuantity
      )
    }
    try nothing.when(
      .deposit("tarn-7", .barley, seeds: 1, quarantineDays: 0),
      yields: .deposited("tarn-7", .barley, seeds: 1, quarantineEndsAt: Lot.noon, at: Lot.noon))

    let lot = Lot.deposited(100)
    for (sown, germinated) in [(0, 0), (-1, -1), (-2, 0), (10, 11), (10, -1), (1, 2)] {
      try lot.when(
        .recordTest(sown: sown, germinated: germinated), isRefused: .invalidQuantity)
    }
    for (sown, germinated) in [(1, 0), (1, 1), (10, 10)] {
      try lot.when(
        .recordTest(sown: sown, germinated: germinated), yields: .test(germinated, of: sown))
    }

    for seeds in [0, -1, -50] {
      try lot.when(.reserve("r-1", seeds: seeds), isRefused: .invalidQuantity)
    }
    try lot.when(.reserve("r-1", seeds: 1), yields: .reservation("r-1", of: 1))
  }
}
