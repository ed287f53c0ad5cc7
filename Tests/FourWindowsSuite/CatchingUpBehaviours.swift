import CQRS
import EventSourcing
import SuiteSupport
import Testing

@Suite("Carrying a projection along", .exercise(.fourWindows))
struct CatchingUpBehaviours {
  @Test(
    "The result is the same for every batch size",
    .behaviour(
      "B2", points: 4, isOpen: true,
      hint: """
        The limit is how much is asked for at once, nothing else. Where a page ends, the next one \
        begins with the event after it: at the page's `next`.
        """))
  func batchSizes() async throws {
    for batch in 1...6 {
      let bench = Bench("ab-aB", tally: Tally(keepingBook: true))
      try bench.expectEnd(
        of: await bench.runner(batch: batch).caughtUp(), when: "a runner with batch \(batch) runs")
      try await bench.expectWhole(when: "a runner with batch \(batch) has caught up")
    }
  }

  @Test(
    "Catching up in pieces, with a new runner for each, comes to the same as catching up once",
    .behaviour(
      "B3", points: 6, isOpen: true,
      hint: """
        A runner remembers nothing between runs: another one, in another process, may have run \
        meanwhile. All there is to know is in the view store, the checkpoint first of all.
        """))
  func pieces() async throws {
    let bench = Bench("ab-c")
    let first = bench.runner(batch: 20)
    try bench.expectEnd(of: await first.caughtUp(), when: "a runner runs")
    bench.append("B")
    try bench.expectEnd(of: await bench.runner(batch: 20).caughtUp(), when: "a second runner runs")
    bench.append("b.da")
    try bench.expectEnd(of: await first.caughtUp(), when: "the first runner runs again")
    try await bench.expectWhole(when: "two runners took turns")
    bench.append("a-c")
    let restarted = bench.runner(batch: 20, in: try .fresh())
    try bench.expectEnd(of: await restarted.caughtUp(), when: "a runner in a new process runs")
    try await bench.expectWhole(when: "three runners took turns, the last one in a new process")
    let positions = bench.tally.positions
    try check(
      zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 },
      expected: "each event is applied once, in one of the runs",
      got: "events applied at \(positions.map(\.rawValue))", given: bench.given,
      when: "three runners took turns")
  }

  @Test(
    """
    The checkpoint is the last position scanned, whether or not the projection handled what was \
    there; a run that finds nothing new makes no changes
    """,
    .behaviour(
      "B4", points: 5, isOpen: true,
      hint: """
        A page can be empty and still take you further. Where does the next run begin if the last \
        hundred events were none of yours?
        """))
  func scannedPosition() async throws {
    for (script, batch) in [
      ("ab------c-----", 2), ("ab------c-----", 20), ("---", 2), ("-a.", 20), ("", 2),
    ] {
      let bench = Bench(script)
      let runner = bench.runner(batch: batch)
      try bench.expectEnd(of: await runner.caughtUp(), when: "a runner with batch \(batch) runs")
      try expectScanned(bench, when: "a runner with batch \(batch) has caught up")
      try bench.expectEnd(of: await runner.caughtUp(), when: "the runner runs again")
      bench.append("----")
      try bench.expectEnd(
        of: await runner.caughtUp(), when: "four foreign events follow and the runner runs")
      try expectScanned(bench, when: "four foreign events followed")
    }
    let bench = Bench("abc")
    try bench.expectEnd(of: await bench.runner(batch: 20).caughtUp(), when: "a runner runs")
    let changes = bench.views.changes
    try bench.expectEnd(
      of: await bench.runner(batch: 20).caughtUp(), when: "another runner finds nothing new")
    let later = bench.views.changes.dropFirst(changes.count).contains {
      if case .committed(let commit) = $0 { !commit.writes.isEmpty } else { true }
    }
    try check(
      !later, expected: "no change of any document", got: "documents were changed",
      given: bench.given, when: "a runner finds nothing new")
    try await bench.expectWhole(when: "a runner found nothing new")
  }

  /// Checks the checkpoint; where nothing has happened, there need not be one.
  private func expectScanned(_ bench: Bench, when: String) throws {
    guard !bench.feed.events.isEmpty else { return }
    try check(
      bench.views.contents.checkpoints[bench.tally.name], equals: bench.end, given: bench.given,
      when: "\(when); the checkpoint is read")
  }

  @Test(
    "Events are applied in the order of the feed",
    .behaviour(
      "B8", points: 3, isOpen: true,
      hint: """
        The feed has one order for all streams, and timestamps play no part in it. Sorting or \
        grouping events changes what each of them sees.
        """))
  func order() async throws {
    let bench = Bench("cabcaBbac", timesFall: true)
    try bench.expectEnd(of: await bench.runner(batch: 20).caughtUp(), when: "a runner runs")
    try check(
      bench.tally.positions, equals: bench.feed.events.map(\.position), given: bench.given,
      when: "a runner applies events at these positions")
    try check(
      !bench.views.contents.documents.isEmpty, expected: "documents", got: "none",
      given: bench.given, when: "a runner has applied the events")
  }

  @Test(
    "When several events of one batch concern one document, all of them count",
    .behaviour(
      "B10", points: 5, isOpen: true,
      hint: """
        The view store shows what is committed. The second event of a batch needs to see what the \
        first one did, also in a list of documents, and also if it removed one.
        """))
  func oneDocument() async throws {
    for script in ["aAa", "aabAaB", "BbAB"] {
      let bench = Bench("abc", tally: Tally(keepingBook: true))
      try bench.expectEnd(of: await bench.runner(batch: 20).caughtUp(), when: "a runner runs")
      bench.append(script)
      try bench.expectEnd(of: await bench.runner(batch: 20).caughtUp(), when: "a runner runs")
      try await bench.expectWhole(
        when: "a runner has taken three events in one batch and the rest in another")
    }
  }
}
