import EventSourcing
import SeedVault
import SuiteSupport
import Testing

@Suite("Recording and asking", .exercise(.frontDesk))
struct RecordingBehaviours {
  @Test(
    "Recording confirms with version 1, 2, 3 and so on, whatever the facts say",
    .behaviour(
      "B3", points: 1, isOpen: true,
      hint: "A version counts facts. It is neither a number of seeds nor of changes to the shelf."))
  func versions() async throws {
    let facts: [LotEvent] = [
      .deposit(90), .test(3, of: 4), .reserve(50, for: "r-1"), .dispatch(50, to: "r-1"),
      .reserve(7, for: "r-2"), .release(7, of: "r-2"), .test(0, of: 36), .discard(0),
    ]
    for desk in bothDesks() {
      for (index, fact) in facts.enumerated() {
        try check(
          await desk.record(fact), equals: Ack(version: index + 1), given: Array(facts[..<index]),
          when: "\(desk.title) records \(describe(fact))")
      }
    }
  }

  @Test(
    "Asking changes nothing: a desk that is asked a lot goes on like one that never was",
    .behaviour(
      "B4", points: 6,
      hint: """
        A question must leave no trace: nothing added to the facts, nothing taken out of a list to \
        be handed over, no version moved on. Ask twice and look for a difference. A desk that does \
        not answer proves nothing here, so the fact desk must list its movements.
        """))
  func questions() async throws {
    try await checkQuestionsLeaveNoTrace(RowDesk.self)
    try await checkQuestionsLeaveNoTrace(FactDesk.self)
  }

  @Test(
    "Two desks share nothing",
    .behaviour(
      "B13", points: 2,
      hint: """
        Open two desks, tell one of them everything, and ask the other. What a desk knows belongs \
        to that desk alone, so it cannot live in a place that there is only one of.
        """))
  func instances() async throws {
    try await checkShareNothing(RowDesk.self)
    try await checkShareNothing(FactDesk.self)
  }

  /// Compares a desk that gets many questions before every fact with one that gets none.
  private func checkQuestionsLeaveNoTrace<Desk: RemoteFrontDesk<Worker>>(
    _ kind: Desk.Type
  ) async throws {
    try await checkListens(Desk.self)
    let facts: [LotEvent] = [
      .deposit(100), .test(17, of: 20), .reserve(30, for: "r-1"), .reserve(10, for: "r-2"),
      .release(10, of: "r-2"), .dispatch(30, to: "r-1"), .test(3, of: 10),
    ]
    let asked = Desk()
    let control = Desk()
    for (index, fact) in facts.enumerated() {
      let given = Array(facts[..<index])
      let questions = DeskQuery.all(after: index)
      _ = await asked.ask(questions)
      let controlAck = await control.record(fact)
      try check(
        await asked.record(fact), equals: controlAck, given: given,
        when: "\(kind.title) records \(describe(fact)) after many questions; expected is what it "
          + "confirms without them")
    }
    let questions = DeskQuery.all(after: facts.count)
    _ = await asked.ask(questions)
    for question in questions {
      let answer = await asked.ask(question)
      try check(
        answer, equals: await control.ask(question), given: facts,
        when: "\(kind.title) is asked \(describe(question)) after many questions; expected is what "
          + "it answers without them")
      guard kind == FactDesk.self, question == .movements else { continue }
      try check(
        answer != .unanswerable, expected: "movements", got: answer, given: facts,
        when: "\(kind.title) is asked \(describe(question))")
    }
  }

  /// Compares two desks in one process, used in turns, with each of them alone in a process.
  private func checkShareNothing<Desk: RemoteFrontDesk<Worker>>(_ kind: Desk.Type) async throws {
    let first: [LotEvent] = [
      .deposit(100), .test(17, of: 20), .reserve(30, for: "r-1"), .dispatch(30, to: "r-1"),
    ]
    let second: [LotEvent] = [
      .deposit(60), .reserve(10, for: "r-1"), .test(2, of: 8), .release(10, of: "r-1"),
    ]
    let questions = DeskQuery.all(after: first.count)
    try await checkListens(Desk.self)
    var desks = [Desk()]
    // The first desk has its facts already when the second is opened.
    var acks = [await desks[0].record(first.prefix(2)), []]
    desks.append(Desk())
    for (index, fact) in second.enumerated() {
      acks[1].append(await desks[1].record(fact))
      if index + 2 < first.count { acks[0].append(await desks[0].record(first[index + 2])) }
    }
    for (index, facts) in [first, second].enumerated() {
      let alone = Desk(in: try Worker.fresh())
      let given: [Any] =
        ["two desks, used in turns; the \(index == 0 ? "first" : "second") one got:"] + facts
      try check(
        acks[index], equals: await alone.record(facts), given: given,
        when: "\(kind.title) confirms its facts; expected is what it confirms when it is alone")
      for question in questions {
        try check(
          await desks[index].ask(question), equals: await alone.ask(question), given: given,
          when: "\(kind.title) is asked \(describe(question)); expected is what it answers when it "
            + "is alone")
      }
    }
  }
}
