import CQRS
import EventSourcing
import SeedVault
import SuiteSupport
import Testing

@Suite("Stopping, starting over, and neighbours", .exercise(.fourWindows))
struct StoppingBehaviours {
  @Test(
    """
    Poison stops the run at its place: everything before is committed, nothing from it on; when \
    the event can be understood, a later run goes on with it
    """,
    .behaviour(
      "B12", points: 6,
      hint: """
        Three mistakes are common: to skip the event, to throw away what came before it in its \
        batch, and to try it for ever.
        """))
  func poison() async throws {
    for (script, number) in [("ab-!cd", 4), ("!a", 1), ("aBc.!", 5), ("ab!", 3)] {
      let bench = Bench(script)
      let position = TallyEvent.position(number)
      let before = bench.feed.events.filter { $0.position < position }
      let expected = try await SerialRun.contents(of: Tally(), after: before)
      let runner = bench.runner(batch: 20)
      for run in 1...2 {
        let outcome = await runner.caughtUp()
        let when = "run \(run), comes to poison at \(position.rawValue)"
        try check(
          outcome.isPoison(at: position), expected: "poison at \(position.rawValue)",
          got: outcome, given: bench.given, when: when)
        try check(
          bench.views.contents.documents, equal: expected.documents, given: bench.given,
          when: when)
        try await bench.expectConsistent(bench.views.contents, when: when)
      }
      let sound = TallyEvent.history(script.replacing("!", with: "x"))
      bench.feed.repair(sound[number - 1])
      try bench.expectEnd(of: await runner.caughtUp(), when: "the event is repaired")
      try await bench.expectWhole(when: "the event was repaired, and the runner ran again")
    }
  }

  @Test(
    """
    Rebuilding comes to the same as a first run: documents of the old logic vanish, and other \
    projections keep their documents and checkpoints
    """,
    .behaviour(
      "B9", points: 6,
      hint: """
        A rebuild begins with nothing: no document and no checkpoint of this projection. Applying \
        events again over what is there counts them twice; clearing everything takes from others.
        """))
  func rebuilding() async throws {
    var foreign = ViewContents()
    foreign.apply(
      ViewCommit(
        projection: .watchlist, writes: [.put(ViewKey("watchlist", "a"), .int(7))], checkpoint: 4))
    let bench = Bench("abA-c.d", views: FakeViewStore(foreign))
    let runner = bench.runner(batch: 20)
    try bench.expectEnd(of: await runner.rebuilt(), when: "a runner rebuilds without a first run")
    try await bench.expectWhole(when: "a runner has rebuilt without a first run")
    try await bench.views.commit(
      ViewCommit(
        projection: bench.tally.name,
        writes: [
          .put(ViewKey("cards", "z"), .int(9)), .put(ViewKey("cards.old", "a"), .null),
        ], checkpoint: bench.end))
    bench.append("ef")
    try bench.expectEnd(of: await runner.rebuilt(), when: "the runner rebuilds")
    try await bench.expectWhole(when: "the runner has rebuilt over documents of an older logic")
    try expectUntouched(foreign, in: bench, when: "the runner has rebuilt")
  }

  @Test(
    "Two projections at different checkpoints on one store do not disturb each other",
    .behaviour(
      "B17", points: 3,
      hint: """
        A view store has many tenants. Checkpoint and documents go by the name of the projection \
        you were given; nothing else is yours.
        """))
  func neighbours() async throws {
    let bench = Bench("ab-c")
    let other = Tally(.watchlist)
    /// The other projection's runner.
    func neighbour() -> Runner {
      Runner(other, feed: bench.feed, views: bench.views, batch: 20)
    }
    try bench.expectEnd(of: await bench.runner(batch: 20).caughtUp(), when: "one projection runs")
    bench.append("Bd.")
    let tally = bench.views.contents
    try bench.expectEnd(of: await neighbour().caughtUp(), when: "the other runs, from the start")
    try expectUntouched(tally, in: bench, when: "the other has run")
    let others = try await SerialRun.contents(of: Tally(.watchlist), after: bench.feed.events)
    try expectUntouched(others, in: bench, when: "the other has run")
    bench.append("eA")
    try bench.expectEnd(
      of: await bench.runner(batch: 20).caughtUp(), when: "one projection goes on")
    try await bench.expectWhole(when: "one projection has gone on")
    try expectUntouched(others, in: bench, when: "one projection has gone on")
    let whole = bench.views.contents.documents(of: bench.tally.name)
    try bench.expectEnd(of: await neighbour().rebuilt(), when: "the other rebuilds")
    try check(
      bench.views.contents.documents(of: bench.tally.name), equal: whole, given: bench.given,
      when: "the other has rebuilt")
    try await bench.expectWhole(when: "the other has rebuilt")
  }

  /// Checks that everything that was in a store is there still.
  private func expectUntouched(_ expected: ViewContents, in bench: Bench, when: String) throws {
    let contents = bench.views.contents
    for (name, checkpoint) in expected.checkpoints {
      try check(
        contents.documents(of: name), equal: expected.documents(of: name), given: bench.given,
        when: when)
      try check(
        contents.checkpoints[name], equals: checkpoint, given: bench.given,
        when: "\(when), and the checkpoint of \(name) is read")
    }
  }
}

extension Outcome where Failure == ProjectionError {
  /// Whether a run or projection stopped at a poisonous event; the reason is text for people.
  func isPoison(at position: GlobalPosition) -> Bool {
    if case .failure(.poison(position, _)) = self { true } else { false }
  }
}
