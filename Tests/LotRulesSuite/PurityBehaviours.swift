import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// What must make no difference to a decision.
@Suite("What makes no difference", .exercise(.lotRules))
struct PurityBehaviours {
  @Test(
    "The same history, command and context give the same result, in every order and every process",
    .behaviour(
      "B15", points: 4,
      hint: """
        Nothing may be kept outside of the state, neither between calls nor between lots: two lots \
        of the same name have nothing to do with each other. No answer may follow the order of a \
        dictionary.
        """))
  func determinism() throws {
    // Each lot alone in a process first, then both together in a third.
    let stocked = Lot.stocked()
    try stocked.checkStockedBasics()
    let alone = stocked.answersAfresh()
    let waitedFor = Lot(Lot.waitedForHistory, under: Lot.stockedPolicy, in: try .fresh())
    try waitedFor.when(.reserve("probe", seeds: 5), isRefused: .belowViability(permille: 200))
    let otherAlone = waitedFor.answersAfresh()

    let together = try Worker.fresh()
    let rules = TarnholtRules(policy: Lot.stockedPolicy, in: together)
    let first = Lot(Lot.stockedHistory, rules: rules, policy: Lot.stockedPolicy)
    let second = Lot(Lot.waitedForHistory, rules: rules, policy: Lot.stockedPolicy)
    for round in ["the first time", "the second time"] {
      let circumstances = "\(round), in another process and beside another lot"
      try first.answers().check(sameAs: alone, given: first.given, circumstances)
      try second.answers().check(sameAs: otherAlone, given: second.given, circumstances)
      try interleave(first, alone, with: second, otherAlone, round)
    }
  }

  /// Asks two lots in turn, one question each.
  private func interleave(
    _ first: Lot, _ alone: Answers, with second: Lot, _ otherAlone: Answers, _ round: String
  ) throws {
    for (index, probe) in second.probes.enumerated() {
      let other = index % first.probes.count
      let mine = first.probes[other]
      try second.when(probe.command, at: probe.now, meets: otherAlone.fates[index])
      try first.when(mine.command, at: mine.now, meets: alone.fates[other])
    }
  }

  @Test(
    "A refused command leaves no trace in later decisions",
    .behaviour(
      "B17", points: 2, isOpen: true,
      hint: """
        `decide` must not change the state it is given, also when the state is an object: first \
        deciding and then noticing that it may not be is too late.
        """))
  func refusals() throws {
    let lot = Lot.stocked()
    let untouched = lot.answersAfresh()
    let questionable: [(LotCommand, Timestamp)] = [
      (.deposit("tarn-7", .barley, seeds: 9, quarantineDays: 900), Lot.noon),
      (.recordTest(sown: 701, germinated: 0), Lot.noon),
      (.recordTest(sown: 10, germinated: 11), Lot.noon),
      (.reserve("probe", seeds: 5), .in1971),
      (.reserve("probe", seeds: 661), Lot.noon),
      (.reserve("probe", seeds: 0), Lot.noon),
      (.reserve("r-1", seeds: 51), Lot.noon),
      (.release("r-3"), Lot.noon),
      (.dispatch("r-2"), Lot.noon),
      (.dispatch("probe"), Lot.noon),
      (.discard(reason: "mould"), Lot.noon),
    ]
    var refused = 0
    for (command, now) in questionable where lot.fate(of: command, at: now).isRefused {
      refused += 1
      try lot.answers().check(
        sameAs: untouched, given: lot.given, "\(describe(command)) having been refused before")
    }
    // Whether each of them is refused is the matter of other behaviours; here it is the control.
    try check(
      refused > questionable.count / 2, expected: "most of them refused",
      got: "\(refused) of \(questionable.count) refused", given: lot.given,
      when: "\(questionable.count) commands against the rules are decided")
    try lot.checkStockedBasics()
  }

  @Test(
    "Neither deciding on a state nor folding on from it alters it, and folding has no other effect",
    .behaviour(
      "B18", points: 4,
      hint: """
        Only the returned events say what happens, and only the returned state says what is so. An \
        accepted command that nobody recorded has not happened; a state that holds references is \
        copied before it is changed.
        """))
  func states() throws {
    let lot = Lot.stocked()
    let untouched = lot.answersAfresh()
    try lot.answers().check(sameAs: untouched, given: lot.given, "everything else being asked too")
    try lot.checkStockedBasics()
    try lot.answers().check(
      sameAs: untouched, given: lot.given, "commands having been accepted but not recorded")

    let later = [
      lot.after(.release("r-1", of: 50)), lot.after(.dispatch("r-4", of: 80)),
      lot.after(.test(0, of: 300), .reservation("probe", of: 9)),
      lot.after(.discarded(reason: "fire", seedsLost: 830, at: Lot.noon)),
    ]
    try lot.answers().check(
      sameAs: untouched, given: lot.given, "other events having been folded on from the same state")
    for live in later {
      try live.answers().check(
        sameAs: live.answersAfresh(), given: live.given,
        "the state having grown event by event beside others")
    }

    for history in [Lot.waitedForHistory, Lot.closedHistory] {
      _ = lot.rules.fold(history)
      try lot.answers().check(
        sameAs: untouched, given: lot.given, "the history of another lot having been folded since")
    }
  }

  @Test(
    "Rules with different policies do not influence each other",
    .behaviour(
      "B19", points: 3, isOpen: true,
      hint: "The policy belongs to the rules that were created with it, not to all rules at once."))
  func policies() throws {
    let history: [LotEvent] = [.deposit(of: 100), .test(6, of: 10), .reservation("r-1", of: 20)]
    let reserve = LotCommand.reserve("r-2", seeds: 50)
    let lenient = Lot(history)
    let rich = Lot(history, under: VaultPolicy(reserveFloor: 40, minViabilityPermille: 600))
    let strict = Lot(history, under: VaultPolicy(reserveFloor: 0, minViabilityPermille: 601))
    let newcomer = Lot(history)
    for _ in 1...2 {
      try lenient.when(reserve, yields: .reservation("r-2", of: 50))
      try rich.when(reserve, isRefused: .insufficientSeeds(available: 30))
      try strict.when(reserve, isRefused: .belowViability(permille: 600))
      try newcomer.when(reserve, yields: .reservation("r-2", of: 50))
      try rich.when(.reserve("r-2", seeds: 29), yields: .reservation("r-2", of: 29))
    }
  }
}
