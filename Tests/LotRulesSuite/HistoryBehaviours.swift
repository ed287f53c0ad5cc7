import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// What becomes of a history: time, impossible facts, and folding in parts.
@Suite("From history to state", .exercise(.lotRules))
struct HistoryBehaviours {
  @Test(
    "Every event carries `context.now`; shifting all times shifts the events and nothing else",
    .behaviour(
      "B13", points: 4, isOpen: true,
      hint: """
        Neither deciding nor evolving has a clock. The only present is `context.now`; all other \
        times come from events.
        """))
  func time() throws {
    let shifts = [0, -Int64.fiveHundredYears, .fiveHundredYears]
    for start in [Timestamp.in1971, .in2970].flatMap({ base in shifts.map(base.later(by:)) }) {
      let end = start.later(by: 30 * .day)
      /// The moment so many days after the start.
      func day(_ number: Int64) -> Timestamp { start.later(by: number * .day) }
      let opening: [(LotCommand, Timestamp, CommandFate)] = [
        (
          .deposit("tarn-7", .barley, seeds: 200, quarantineDays: 30), start,
          .accepted([
            .deposited("tarn-7", .barley, seeds: 200, quarantineEndsAt: end, at: start)
          ])
        ),
        (
          .recordTest(sown: 10, germinated: 9), day(1),
          .accepted([.tested(sown: 10, germinated: 9, at: day(1))])
        ),
        (.reserve("r-1", seeds: 40), day(29), .refused(.inQuarantine(until: end))),
        (
          .reserve("r-1", seeds: 40), day(31),
          .accepted([.reserved("r-1", seeds: 40, at: day(31))])
        ),
        (
          .reserve("r-2", seeds: 50), day(32),
          .accepted([.reserved("r-2", seeds: 50, at: day(32))])
        ),
        (
          .release("r-1"), day(33), .accepted([.released("r-1", seeds: 40, at: day(33))])
        ),
        (
          .dispatch("r-2"), day(34), .accepted([.dispatched("r-2", seeds: 50, at: day(34))])
        ),
      ]
      let discard: (LotCommand, Timestamp, CommandFate) = (
        .discard(reason: "age"), day(9_000),
        .accepted([.discarded(reason: "age", seedsLost: 140, at: day(9_000))])
      )
      var lot = Lot()
      for (command, now, expected) in opening + [discard] {
        try lot.when(command, at: now, meetsExactly: expected)
        // Goes on with what is right, so that one mistake is seen once.
        if case .accepted(let events) = expected { lot = lot.after(events) }
      }
      try Lot([
        .deposited("tarn-7", .barley, seeds: 9, quarantineEndsAt: start, at: start),
        .reserved("r-1", seeds: 9, at: day(1)),
      ]).when(
        .dispatch("r-1"), at: day(2),
        meetsExactly: .accepted([
          .dispatched("r-1", seeds: 9, at: day(2)), .exhausted(at: day(2)),
        ]))
    }
  }

  @Test(
    "`evolve` takes every event as a fact, even an impossible one, and later decisions reflect it",
    .behaviour(
      "B14", points: 6,
      hint: """
        `evolve` must accept what already happened, even if today's rules would refuse it: no \
        check, no trap, no event passed over. The numbers of the event count.
        """))
  func facts() throws {
    let over = Lot.deposited(10, .reservation("r-1", of: 30))
    try over.when(
      .recordTest(sown: 1, germinated: 1), isRefused: .insufficientSeeds(available: -20))
    try over.when(.reserve("r-2", seeds: 1), isRefused: .insufficientSeeds(available: -20))
    try over.when(.release("r-1"), yields: .release("r-1", of: 30))
    let restored = over.after(.release("r-1", of: 30))
    try restored.when(.reserve("r-2", seeds: 9), yields: .reservation("r-2", of: 9))

    let strict = VaultPolicy(reserveFloor: 1_000, minViabilityPermille: 1_000)
    let grown = Lot.deposited(100, .test(1, of: 10), .reservation("r-1", of: 40), under: strict)
    try grown.when(.dispatch("r-1"), at: .in1971, yields: .dispatch("r-1", of: 40))
    try grown.when(.release("r-1"), at: .in1971, yields: .release("r-1", of: 40))

    let reopened = Lot.deposited(
      100, .reservation("r-1", of: 10),
      .discarded(reason: "mould", seedsLost: 90, at: Lot.noon), .release("r-1", of: 10),
      .test(9, of: 10), .reservation("r-2", of: 5))
    try reopened.isTerminal(true)
    try reopened.whenRepeated(.release("r-1"))

    let unheardOf = Lot.deposited(100, .dispatch("r-9", of: 7), .release("r-8", of: 5))
    try unheardOf.whenRepeated(.release("r-8"))
    try unheardOf.when(
      .discard(reason: "mould"),
      yields: .discarded(reason: "mould", seedsLost: 93, at: Lot.noon))

    let picky = VaultPolicy(reserveFloor: 0, minViabilityPermille: 500)
    for test in [LotEvent.test(0, of: 0), .test(4, of: 0), .test(-3, of: -5)] {
      try Lot.deposited(100, test, under: picky)
        .when(.reserve("r-1", seeds: 5), isRefused: .belowViability(permille: 0))
    }
    try Lot.deposited(100, .test(20, of: 10), under: picky)
      .when(.reserve("r-1", seeds: 5), yields: .reservation("r-1", of: 5))
    try Lot.deposited(10, .test(40, of: 40))
      .when(.recordTest(sown: 1, germinated: 0), isRefused: .insufficientSeeds(available: -30))
    try Lot([
      .reservation("r-1", of: 5), .release("r-2", of: 3), .test(1, of: 2), .deposit(of: 50),
    ]).when(.reserve("r-3", seeds: 9), yields: .reservation("r-3", of: 9))
  }

  @Test(
    "A history may be folded at once or in parts, and the state encoded and decoded in between",
    .behaviour(
      "B16", points: 5, isOpen: true,
      hint: """
        Whatever a later decision needs belongs to the state, and all of the state belongs to its \
        encoding. A snapshot is read by another process than the one that wrote it.
        """))
  func parts() throws {
    try Lot.stocked().checkStockedBasics()
    let elsewhere = Lot(under: Lot.stockedPolicy, in: try .fresh())
    for history in [Lot.stockedHistory, Lot.waitedForHistory, Lot.closedHistory] {
      let whole = Lot(history, under: Lot.stockedPolicy)
      let expected = whole.answersAfresh()
      for count in 0...history.count {
        let (first, second) = (history.prefix(count), history.dropFirst(count))
        let half = whole.rules.fold(first)
        try Lot(history, state: whole.rules.fold(second, from: half), like: whole).answers()
          .check(
            sameAs: expected, given: whole.given,
            "the first \(count) events being folded before the others")

        let text = try encoding(of: half, in: whole, after: count)
        // Every other time in another process, where nothing is left of this one.
        let reader = count.isMultiple(of: 2) ? whole : elsewhere
        guard let decoded = reader.rules.decoded(text) else {
          return try check(
            false, expected: "a state", got: "an error", given: [text],
            when: "the encoding of the state after \(count) events is decoded")
        }
        try Lot(history, state: reader.rules.fold(second, from: decoded), like: reader).answers()
          .check(
            sameAs: expected, given: whole.given,
            "the state being encoded and decoded after the first \(count) events")
      }
    }
  }

  /// The encoding of a state, which must exist.
  private func encoding(
    of state: TarnholtRules.State, in lot: Lot, after count: Int
  ) throws -> String {
    let text = lot.rules.encoded(state)
    try check(
      text != nil, expected: "an encoding", got: "an error", given: lot.given,
      when: "the state after the first \(count) events is encoded")
    return text ?? ""
  }
}
