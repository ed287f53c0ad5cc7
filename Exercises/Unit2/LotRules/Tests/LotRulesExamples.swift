import EventSourcing
import ExampleSupport
import SeedVault
import Testing

#if GRADER
  import SuiteSupport
#else
  @testable import LotRulesExercise

  /// Examples of the rules of a lot, which count when you are graded.
  @Suite("LotRules examples", .guided, .timeLimit(.minutes(1))) struct LotRulesExamples {}
#endif

extension LotRulesExamples {
  @Test("A deposit puts seeds into the vault, once", .needs("recordTest", "evolve"))
  func deposit() throws {
    let rules = TarnholtRules(policy: policy)
    let events = try rules.decide(
      .deposit("tarn-1", barley, seeds: 200, quarantineDays: 2), in: rules.initialState,
      context: asked(at: arrival))
    #expect(
      events == [
        .deposited("tarn-1", barley, seeds: 200, quarantineEndsAt: arrival + 2 * day, at: arrival)
      ], "the quarantine ends two days of 86 400 000 milliseconds after the decision's `now`")

    let lot = rules.fold(events)
    #expect(throws: LotRejection.alreadyDeposited, "a lot is deposited once") {
      try rules.decide(
        .deposit("tarn-1", barley, seeds: 200, quarantineDays: 2), in: lot,
        context: asked(at: arrival + day))
    }
    #expect(throws: LotRejection.unknownLot, "without a deposit there is no lot to test") {
      try rules.decide(
        .recordTest(sown: 1, germinated: 1), in: rules.initialState, context: asked(at: arrival))
    }
  }

  @Test("A test uses its seeds up, even in quarantine", .needs("recordTest", "evolve"))
  func recordTest() throws {
    let rules = TarnholtRules(policy: policy)
    let lot = rules.fold([deposited(200), .tested(sown: 150, germinated: 140, at: arrival + 1)])
    let again = try rules.decide(
      .recordTest(sown: 50, germinated: 45), in: lot, context: asked(at: arrival + 2))
    #expect(
      again == [.tested(sown: 50, germinated: 45, at: arrival + 2)],
      "50 seeds are left; neither quarantine nor the reserve floor keeps them from being sown")
    #expect(
      throws: LotRejection.insufficientSeeds(available: 50), "150 of the 200 seeds are sown already"
    ) {
      try rules.decide(
        .recordTest(sown: 51, germinated: 45), in: lot, context: asked(at: arrival + 2))
    }
  }

  @Test("Seeds may be reserved from the end of the quarantine on", .needs("reserve", "evolve"))
  func reserve() throws {
    let rules = TarnholtRules(policy: policy)
    let lot = rules.fold(testedHistory)
    #expect(
      throws: LotRejection.inQuarantine(until: quarantineEnd), "one millisecond too early"
    ) {
      try rules.decide(.reserve("r-1", seeds: 40), in: lot, context: asked(at: quarantineEnd - 1))
    }
    let events = try rules.decide(
      .reserve("r-1", seeds: 40), in: lot, context: asked(at: quarantineEnd))
    #expect(
      events == [.reserved("r-1", seeds: 40, at: quarantineEnd)],
      "at this very moment the quarantine is over")
  }

  @Test("A repeated reservation changes nothing", .needs("reserve", "evolve"))
  func repeatedReservation() throws {
    let rules = TarnholtRules(policy: policy)
    let lot = rules.fold(testedHistory)
    let first = try rules.decide(.reserve("r-1", seeds: 90), in: lot, context: asked(at: later))
    #expect(first == [.reserved("r-1", seeds: 90, at: later)])

    let reserved = rules.fold([.reserved("r-1", seeds: 90, at: later)], from: lot)
    let second = try rules.decide(
      .reserve("r-1", seeds: 90), in: reserved, context: asked(at: later + 1))
    #expect(second == [], "the 90 seeds are set aside already, so there is nothing to do")
    #expect(throws: LotRejection.requestConflict("r-1"), "another number is no repeat") {
      try rules.decide(.reserve("r-1", seeds: 80), in: reserved, context: asked(at: later + 1))
    }
  }

  @Test("What was released cannot be dispatched", .needs("release", "dispatch", "evolve"))
  func release() throws {
    let rules = TarnholtRules(policy: policy)
    let lot = rules.fold(testedHistory + [.reserved("r-1", seeds: 40, at: later)])
    let events = try rules.decide(.release("r-1"), in: lot, context: asked(at: later + 1))
    #expect(
      events == [.released("r-1", seeds: 40, at: later + 1)], "all 40 reserved seeds come back")

    let released = rules.fold(
      testedHistory + [
        .reserved("r-1", seeds: 40, at: later), .released("r-1", seeds: 40, at: later + 1),
      ])
    #expect(throws: LotRejection.requestConflict("r-1"), "its seeds are back on the shelf") {
      try rules.decide(.dispatch("r-1"), in: released, context: asked(at: later + 2))
    }
    #expect(throws: LotRejection.unknownRequest("r-2"), "nobody ever reserved for r-2") {
      try rules.decide(.dispatch("r-2"), in: released, context: asked(at: later + 2))
    }
  }

  @Test("The last seeds that leave close the lot", .needs("dispatch", "discard", "evolve"))
  func lastDispatch() throws {
    let rules = TarnholtRules(policy: policy)
    let lot = rules.fold([deposited(60), .reserved("r-1", seeds: 60, at: later)])
    #expect(!rules.isTerminal(lot))
    let events = try rules.decide(.dispatch("r-1"), in: lot, context: asked(at: later + 1))
    #expect(
      events == [.dispatched("r-1", seeds: 60, at: later + 1), .exhausted(at: later + 1)],
      "one decision says both, in this order")

    let closed = rules.fold(
      [.dispatched("r-1", seeds: 60, at: later + 1), .exhausted(at: later + 1)], from: lot)
    #expect(rules.isTerminal(closed))
    #expect(throws: LotRejection.lotClosed) {
      try rules.decide(.discard(reason: "mould"), in: closed, context: asked(at: later + 2))
    }
  }

  @Test("A lot can be discarded when nobody has a reservation in it", .needs("discard", "evolve"))
  func discard() throws {
    let rules = TarnholtRules(policy: policy)
    let lot = rules.fold(testedHistory)
    let events = try rules.decide(
      .discard(reason: "mould"), in: lot, context: asked(at: later))
    #expect(
      events == [.discarded(reason: "mould", seedsLost: 100, at: later)],
      "100 of the 200 seeds were sown, the others are lost")

    let reserved = rules.fold(testedHistory + [.reserved("r-1", seeds: 40, at: later)])
    #expect(throws: LotRejection.requestConflict("r-1")) {
      try rules.decide(.discard(reason: "mould"), in: reserved, context: asked(at: later + 1))
    }
  }

  @Test(
    "Evolving takes an event as it is, whatever the rules would say today",
    .needs("release", "recordTest", "evolve"))
  func factsAreFacts() throws {
    let rules = TarnholtRules(policy: policy)
    let lot = rules.fold([deposited(20), .reserved("r-1", seeds: 50, at: arrival)])
    let events = try rules.decide(.release("r-1"), in: lot, context: asked(at: later))
    #expect(
      events == [.released("r-1", seeds: 50, at: later)],
      "50 of 20 seeds were reserved, in quarantine; it should not have happened, but it did")
    #expect(
      throws: LotRejection.insufficientSeeds(available: -30), "20 on hand less 50 reserved are -30"
    ) {
      try rules.decide(
        .recordTest(sown: 1, germinated: 1), in: lot, context: asked(at: later))
    }
  }
}

// MARK: - The lot of the examples

/// Ten seeds always stay unreserved, and 850 of 1000 must germinate.
private let policy = VaultPolicy(reserveFloor: 10, minViabilityPermille: 850)
/// Two-rowed barley and its wild relatives.
private let barley = Taxon(genus: "Hordeum", species: "vulgare")
/// A day, in milliseconds.
private let day: Int64 = 86_400_000
/// When the lot comes into the vault: a morning in May 1971.
private let arrival: Timestamp = 42_192_000_000
/// When its quarantine ends.
private let quarantineEnd = arrival + 2 * day
/// A moment after the quarantine.
private let later = arrival + 5 * day

/// So many seeds come into the vault.
private func deposited(_ seeds: Int) -> LotEvent {
  .deposited("tarn-1", barley, seeds: seeds, quarantineEndsAt: quarantineEnd, at: arrival)
}

/// A lot with 100 seeds on hand, of which 900 in 1000 germinate.
private let testedHistory: [LotEvent] = [
  deposited(200), .tested(sown: 100, germinated: 90, at: arrival + 1),
]

/// The context of a command that is decided at a moment.
private func asked(at now: Timestamp) -> DecisionContext {
  DecisionContext(commandID: "c-\(now.rawValue)", now: now, actor: "curator")
}

extension Timestamp {
  /// The moment so many milliseconds later.
  fileprivate static func + (moment: Timestamp, milliseconds: Int64) -> Timestamp {
    Timestamp(rawValue: moment.rawValue + milliseconds)
  }

  /// The moment so many milliseconds earlier.
  fileprivate static func - (moment: Timestamp, milliseconds: Int64) -> Timestamp {
    Timestamp(rawValue: moment.rawValue - milliseconds)
  }
}
