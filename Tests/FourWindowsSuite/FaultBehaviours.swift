import CQRS
import EventSourcing
import SeedVault
import SuiteSupport
import Testing

@Suite("When something fails", .exercise(.fourWindows))
struct FaultBehaviours {
  @Test(
    "Redelivery is harmless: no event counts twice",
    .behaviour(
      "B5", points: 8,
      hint: """
        A commit may be stored although its acknowledgement is lost, and a feed may give you \
        events you have had. What tells you, after either, which events the documents contain?
        """))
  func redelivery() async throws {
    var story = VaultStory()
    for (number, lot) in ["tarn-1", "tarn-2", "tarn-3", "tarn-4"].enumerated() {
      story.add(LotID(rawValue: lot), .deposit(100 + number))
    }
    let end = story.end
    // The feed repeats itself, or not.
    for count in [0, 2] {
      let feed = FakeFeed(Array(story.events.prefix(2)))
      feed.repeatEvents(count)
      let views = FakeViewStore()
      let runner = Runner(Cards(codec: story.codec), feed: feed, views: views, batch: 20)
      _ = await runner.caughtUp()
      feed.append(Array(story.events.dropFirst(2)))
      for run in 2...3 {
        let when = "run \(run), over a feed that repeats \(count) events"
        try check(
          await runner.caughtUp(), equals: .success(end), given: story.given, when: when)
        try story.expect(.cards, in: views.contents, when: when)
      }
    }
    // One acknowledgement is lost, of every commit in turn.
    for number in 0...story.events.count + 1 {
      let views = FakeViewStore()
      views.fail(.commit, skipping: number, with: .outcomeUnknown, storing: true)
      let cards = Cards(codec: story.codec)
      let feed = FakeFeed(story.events)
      let outcome = await Runner(cards, feed: feed, views: views, batch: 20).caughtUp()
      guard views.hasFailedAsPlanned else { break }
      try check(
        outcome, equals: .failure(.views(.outcomeUnknown)), given: story.given,
        when: "the acknowledgement of commit \(number + 1) is lost")
      try check(
        await Runner(cards, feed: feed, views: views, batch: 20).caughtUp(),
        equals: .success(end), given: story.given, when: "another runner goes on")
      try story.expect(
        .cards, in: views.contents,
        when: "the acknowledgement of commit \(number + 1) was lost, and the run repeated")
    }
  }

  @Test(
    "A commit that failed has not happened, and a later run completes it",
    .behaviour(
      "B6", points: 6,
      hint: """
        Let each commit of yours fail in turn, on paper. Is there one after which a later run \
        believes more than the documents show?
        """))
  func failedCommits() async throws {
    let faults: [StorageFault] = [.notWritten, .unavailable, .outcomeUnknown]
    for batch in [2, 20] {
      for number in 0...7 {
        let bench = Bench("ab-cd")
        let fault = faults[number % faults.count]
        bench.views.fail(.commit, skipping: number, with: fault)
        let runner = bench.runner(batch: batch)
        let outcome = await runner.caughtUp()
        guard bench.views.hasFailedAsPlanned else {
          try bench.expectEnd(of: outcome, when: "nothing fails, with batch \(batch)")
          try await bench.expectWhole(when: "nothing failed, with batch \(batch)")
          break
        }
        try check(
          outcome, equals: .failure(.views(fault)), given: bench.given,
          when: "commit \(number + 1) fails, with batch \(batch)")
        try await bench.expectConsistent(
          bench.views.contents, when: "commit \(number + 1) failed, with batch \(batch)")
        try bench.expectEnd(of: await runner.caughtUp(), when: "the runner runs again")
        try await bench.expectWhole(when: "commit \(number + 1) failed, and the run was repeated")
      }
    }
  }

  @Test(
    "At every moment the documents equal those of exactly the events up to the checkpoint",
    .behaviour(
      "B7", points: 8, isOpen: true,
      hint: """
        Somebody may look, or the power may fail, between any two commits. Changes and the \
        checkpoint that covers them belong into one.
        """))
  func togetherness() async throws {
    for batch in [3, 20] {
      let bench = Bench("ab-cA.de-")
      let runner = bench.runner(batch: batch)
      try bench.expectEnd(of: await runner.caughtUp(), when: "a runner with batch \(batch) runs")
      bench.append("-fB")
      try bench.expectEnd(of: await runner.caughtUp(), when: "the runner runs again")
      try bench.expectEnd(of: await runner.rebuilt(), when: "the runner rebuilds")
      try await bench.expectConsistentMoments(when: "with batch \(batch)")
      try await bench.expectWhole(when: "the runner has rebuilt")
    }
  }

  @Test(
    """
    A fault of the feed is thrown as `feed` and one of the view store as `views`, both as they \
    are; nothing is skipped because of them
    """,
    .behaviour(
      "B18", points: 4,
      hint: """
        A fault is not an empty answer. If you go on after it, the checkpoint claims events that \
        nobody has applied.
        """))
  func faults() async throws {
    for page in 0...1 {
      let bench = Bench("ab-cd")
      let error = EventStoreError.storage(page == 1 ? .notWritten : .unavailable)
      bench.feed.fail(skipping: page, with: error)
      try await expectFailure(bench, .feed(error), when: "page \(page + 1) of the feed fails")
    }
    for (use, fault) in [
      (.read, .unavailable), (.checkpoint, .unavailable), (.commit, .unavailable),
    ] as [(FakeViewStore.Use, StorageFault)] {
      let bench = Bench("ab-cd")
      bench.views.fail(use, with: fault)
      try await expectFailure(bench, .views(fault), when: "the first \(use) of the views fails")
    }
    let bench = Bench("ab-cd")
    let runner = bench.runner(batch: 2)
    try bench.expectEnd(of: await runner.caughtUp(), when: "a runner runs")
    bench.views.fail(.clear, with: .notWritten)
    let outcome = await runner.rebuilt()
    if bench.views.hasFailedAsPlanned {
      try check(
        outcome, equals: .failure(.views(.notWritten)), given: bench.given,
        when: "clearing the projection fails")
    }
    try await bench.expectConsistent(bench.views.contents, when: "clearing failed")
    try bench.expectEnd(of: await runner.rebuilt(), when: "the runner rebuilds again")
    try await bench.expectWhole(when: "the runner has rebuilt")
    try await expectWindowsPassFaultsOn()
  }

  /// Checks that a run throws an error, leaves nothing half done, and completes later.
  private func expectFailure(
    _ bench: Bench, _ error: ProjectionError, when: String
  ) async throws {
    let runner = bench.runner(batch: 2)
    try check(
      await runner.caughtUp(), equals: .failure(error), given: bench.given, when: when)
    try await bench.expectConsistent(bench.views.contents, when: when)
    try bench.expectEnd(of: await runner.caughtUp(), when: "the fault is gone")
    try await bench.expectWhole(when: "the fault is gone")
  }

  /// Checks that the learner's projections throw what their reader throws.
  private func expectWindowsPassFaultsOn() async throws {
    var story = VaultStory()
    story.add("tarn-1", .deposit(100), .reserve(5, for: "r-1"), .test(3, of: 10))
    for window in Window.allCases {
      let projection = window.projection(by: story.codec)
      let contents = try await story.contents(of: window)
      for event in story.events where projection.handles.contains(event.event.type) {
        let reader = FailingReader()
        let outcome = await Outcome { () async throws(ProjectionError) in
          try await projection.writes(for: event, reading: reader)
        }
        // Not every design needs to read for every event.
        if reader.wasAsked {
          try check(
            outcome, equals: .failure(.views(.unavailable)), given: story.given,
            when: "\(window) reads for the event at \(event.position.rawValue), and this fails")
        }
      }
      try check(
        window.shows(anythingIn: contents), expected: "documents with fields", got: "none",
        given: story.given, when: "\(window) is carried along and nothing fails")
    }
  }
}
