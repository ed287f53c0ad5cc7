import EventSourcing
import SeedVault
import SuiteSupport
import Testing

@Suite("What facts remember and a row forgets", .exercise(.frontDesk))
struct MemoryBehaviours {
  @Test(
    "Figures as of a version are those of a desk that heard no more than so many facts",
    .behaviour(
      "B6", points: 6, isOpen: true,
      hint: """
        Version v means exactly the first v facts: after 0 there is nothing yet, and version n is \
        the present. Count on your fingers with two facts.
        """))
  func timeTravel() async throws {
    try await checkListens(FactDesk.self)
    try await checkHistories(seeds: 31..<34) { facts in
      let whole = FactDesk()
      await whole.record(facts)
      // A desk of its own for every version would cost a square of calls; one that is asked after
      // each fact is such a desk every time, since it has not heard of the later facts yet.
      let fresh = FactDesk()
      var moments = [await fresh.ask(.figures)]
      for fact in facts {
        _ = await fresh.record(fact)
        moments.append(await fresh.ask(.figures))
      }
      for version in moments.indices.reversed() {
        let answer = await whole.ask(.figuresAsOf(version: version))
        guard answer.figures == nil || answer != moments[version] else { continue }
        return Mismatch(
          given: facts,
          when: "the fact desk is asked for figures as of version \(version); expected is what it "
            + "showed after \(version) facts",
          expected: moments[version], got: answer)
      }
      return nil
    }
  }

  @Test(
    """
    As of version 0 the lot is all zeros, without viability, and open; a version that there is not \
    is unanswerable
    """,
    .behaviour(
      "B7", points: 4,
      hint: """
        Both ends of the range are easy to miss. Version 0 is the desk before its first fact, and \
        nobody knows the figures of a fact that has not been recorded.
        """))
  func edges() async throws {
    try await checkListens(FactDesk.self)
    let facts: [LotEvent] = [.deposit(100), .test(17, of: 20), .discard(80)]
    let desk = FactDesk()
    for count in 0...facts.count {
      if count > 0 { _ = await desk.record(facts[count - 1]) }
      let given = Array(facts[..<count])
      try check(
        await desk.ask(.figuresAsOf(version: 0)), equals: .figures(.zero), given: given,
        when: "the fact desk is asked for figures as of version 0")
      for version in [count + 1, count + 7, -1] {
        try check(
          await desk.ask(.figuresAsOf(version: version)), equals: .unanswerable, given: given,
          when: "the fact desk is asked for figures as of version \(version)")
      }
    }
  }

  @Test(
    "The row desk cannot answer what needs the past",
    .behaviour(
      "B8", points: 3, isOpen: true,
      hint: """
        The row desk keeps one row and nothing else. To a question about the past, unanswerable is \
        the right answer; a guess is not, and neither is a history kept on the quiet.
        """))
  func forgetting() async throws {
    let facts: [LotEvent] = [
      .deposit(100), .test(5, of: 20), .reserve(30, for: "r-1"), .dispatch(30, to: "r-1"),
      .test(9, of: 10),
    ]
    try await checkListens(RowDesk.self)
    let desk = RowDesk()
    for count in 1...facts.count {
      _ = await desk.record(facts[count - 1])
      let given = Array(facts[..<count])
      let beyond: [DeskQuery] =
        [.movements, .testsBelow(permille: 500), .testsBelow(permille: 0)]
        + (0..<count).map { .figuresAsOf(version: $0) }
      for question in beyond {
        try check(
          await desk.ask(question), equals: .unanswerable, given: given,
          when: "the row desk is asked \(describe(question))")
      }
    }
  }

  @Test(
    """
    Movements are the signed changes of the seeds on hand in order; they add up to what is on \
    hand, and facts that move no seed do not appear
    """,
    .behaviour(
      "B9", points: 6, isOpen: true,
      hint: """
        Seeds move when they come into the vault or leave it. Setting seeds aside, giving them \
        back and closing an empty lot move none, not even 0.
        """))
  func movements() async throws {
    let histories: [(facts: [LotEvent], movements: [Int])] = [
      (
        [.deposit(100), .test(17, of: 20), .reserve(30, for: "r-1"), .reserve(10, for: "r-2")]
          + [.release(10, of: "r-2"), .dispatch(30, to: "r-1"), .test(1, of: 50), .discard(0)],
        [100, -20, -30, -50]
      ),
      (
        [.deposit(12), .reserve(12, for: "r-1"), .dispatch(12, to: "r-1"), .exhaust],
        [12, -12]
      ),
      ([.deposit(60), .test(2, of: 5), .test(3, of: 5), .discard(50)], [60, -5, -5, -50]),
    ]
    for (facts, movements) in histories {
      let desk = FactDesk()
      try check(
        await desk.ask(.movements), equals: .movements([]),
        when: "a new fact desk is asked for movements")
      for count in 1...facts.count {
        _ = await desk.record(facts[count - 1])
        let given = Array(facts[..<count])
        let answer = await desk.ask(.movements)
        let now = try await figures(of: desk, given: given)
        var changes: [Int]?
        if case .movements(let list) = answer { changes = list }
        try check(
          changes?.sumIfItFits == now.onHand, expected: "movements that add up to \(now.onHand)",
          got: answer, given: given, when: "the fact desk is asked for movements")
      }
      try check(
        await desk.ask(.movements), equals: .movements(movements), given: facts,
        when: "the fact desk is asked for movements")
    }
  }

  @Test(
    "Tests below a permille are counted over the whole history",
    .behaviour(
      "B10", points: 5,
      hint: """
        The question is about every test ever made, not about the lot's viability now. A test with \
        exactly the permille asked for is not below it.
        """))
  func poorTests() async throws {
    let facts: [LotEvent] = [
      .deposit(1_000), .test(84, of: 100), .test(0, of: 10), .reserve(5, for: "r-1"),
      .test(170, of: 200), .test(85, of: 100), .test(50, of: 50),
    ]
    let demanded = [(0, 0), (1, 1), (840, 1), (841, 2), (850, 2), (851, 4), (1_000, 4), (1_001, 5)]
    let desk = FactDesk()
    _ = await desk.record(facts[0])
    try check(
      await desk.ask(.testsBelow(permille: 1_001)), equals: .count(0), given: [facts[0]],
      when: "the fact desk is asked how many tests were below 1001 permille")
    await desk.record(facts.dropFirst())
    for (permille, count) in demanded {
      try check(
        await desk.ask(.testsBelow(permille: permille)), equals: .count(count), given: facts,
        when: "the fact desk is asked how many tests were below \(permille) permille")
    }
  }
}
