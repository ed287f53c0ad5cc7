import EventSourcing
import SeedVault
import SuiteSupport
import Testing

@Suite("Figures", .exercise(.frontDesk))
struct FiguresBehaviours {
  @Test(
    "Row desk and fact desk show the same figures after every fact",
    .behaviour(
      "B5", points: 4, isOpen: true,
      hint: """
        Go through the table of facts line by line, for both desks. A reservation leaves the seeds \
        on hand; a test and a dispatch take them away.
        """))
  func agreement() async throws {
    try await checkHistories(seeds: 10..<14) { facts in
      let (row, list) = (RowDesk(), FactDesk())
      for count in 0...facts.count {
        if count > 0 {
          _ = await row.record(facts[count - 1])
          _ = await list.record(facts[count - 1])
        }
        let given = Array(facts[..<count])
        let (ofRow, ofList) = (await row.ask(.figures), await list.ask(.figures))
        let demanded = LotFigures.demanded(after: given)
        if ofRow.figures?.seedsOnly != demanded.seedsOnly {
          return Mismatch(
            given: given, when: "the row desk is asked for figures", expected: .figures(demanded),
            got: ofRow)
        }
        if ofRow != ofList {
          return Mismatch(
            given: given,
            when: "the fact desk is asked for figures; expected is what the row desk shows",
            expected: ofRow, got: ofList)
        }
      }
      return nil
    }
  }

  @Test(
    "Viability is the permille of the latest test, rounded down",
    .behaviour(
      "B11", points: 3,
      hint: """
        849.9 permille is 849, not 850: work with whole numbers only, multiply first, then divide. \
        And the latest test replaces those before it, better or worse; it is not mixed with them.
        """))
  func viability() async throws {
    let tests = [
      (17, 20, 850), (2, 3, 666), (1, 3, 333), (16_998, 20_000, 849), (1_999, 2_000, 999),
      (0, 7, 0), (5, 5, 1_000), (1, 1_001, 0), (6, 7, 857),
    ]
    for desk in bothDesks() {
      var facts: [LotEvent] = [.deposit(100_000), .reserve(10, for: "r-1")]
      await desk.record(facts)
      let untested = try await figures(of: desk, given: facts)
      try check(
        untested.viabilityPermille, equals: nil, given: facts,
        when: "\(desk.title) is asked for the viability")
      for (germinated, sown, permille) in tests {
        facts.append(.test(germinated, of: sown))
        _ = await desk.record(.test(germinated, of: sown))
        let tested = try await figures(of: desk, given: facts)
        try check(
          tested.viabilityPermille, equals: permille, given: facts,
          when: "\(desk.title) is asked for the viability")
      }
      facts.append(.dispatch(10, to: "r-1"))
      _ = await desk.record(.dispatch(10, to: "r-1"))
      let later = try await figures(of: desk, given: facts)
      try check(
        later.viabilityPermille, equals: 857, given: facts,
        when: "\(desk.title) is asked for the viability after a fact that is no test")
    }
  }

  @Test(
    "After every fact the deposited seeds are those on hand, dispatched, sown and lost together",
    .behaviour(
      "B12", points: 2,
      hint: """
        No seed appears or disappears: what one figure loses, another one gains. Look at the facts \
        that take seeds off the shelf, and at where each of them puts the seeds.
        """))
  func conservation() async throws {
    let histories: [[LotEvent]] = [
      LotHistory(seed: 22).facts,
      [.deposit(50), .test(8, of: 9), .reserve(20, for: "r-1"), .dispatch(20, to: "r-1")]
        + [.discard(21)],
      [.deposit(30), .reserve(30, for: "r-1"), .dispatch(30, to: "r-1"), .exhaust],
    ]
    for facts in histories {
      guard case .deposited(_, _, let deposited, _, _)? = facts.first else { continue }
      for desk in bothDesks() {
        for count in 1...facts.count {
          _ = await desk.record(facts[count - 1])
          let given = Array(facts[..<count])
          let now = try await figures(of: desk, given: given)
          let sum = [now.onHand, now.dispatched, now.sown, now.lost].sumIfItFits
          try check(
            sum == deposited,
            expected: "\(deposited) = onHand + dispatched + sown + lost",
            got:
              "\(sum.map { "\($0)" } ?? "too many") = \(now.onHand) + \(now.dispatched) + \(now.sown) + \(now.lost)",
            given: given, when: "\(desk.title) is asked for figures")
        }
      }
    }
  }

  @Test(
    """
    Exhaustion and discarding close the lot, and nothing else does; a discard moves all seeds on \
    hand to the lost ones
    """,
    .behaviour(
      "B14", points: 2,
      hint: """
        A lot is closed by a fact that says so, not by a number that reaches zero. And discarded \
        seeds are gone from the shelf.
        """))
  func closing() async throws {
    let histories: [[LotEvent]] = [
      [.deposit(50), .reserve(50, for: "r-1"), .dispatch(50, to: "r-1"), .exhaust],
      [.deposit(50), .reserve(5, for: "r-1"), .release(5, of: "r-1"), .discard(50)],
      // Nothing is left on hand after the test, and yet the lot is open until somebody discards it.
      [.deposit(50), .test(8, of: 50), .discard(0)],
    ]
    for facts in histories {
      for desk in bothDesks() {
        for count in 1...facts.count {
          _ = await desk.record(facts[count - 1])
          let given = Array(facts[..<count])
          let now = try await figures(of: desk, given: given)
          try check(
            now.closed, equals: count == facts.count, given: given,
            when: "\(desk.title) is asked whether the lot is closed")
        }
        guard case .discarded(_, let lost, _)? = facts.last, lost > 0 else { continue }
        let end = try await figures(of: desk, given: facts)
        try check(
          end.onHand == 0 && end.lost == lost, expected: "0 on hand, \(lost) lost",
          got: "\(end.onHand) on hand, \(end.lost) lost", given: facts,
          when: "\(desk.title) is asked for figures")
      }
    }
  }
}
