import CQRS
import EventSourcing
import Gradebook
import SuiteSupport
import Testing

@Suite("A runner carries a projection along, batch by batch", .timeLimit(.minutes(10)))
struct CheckpointedRunnerTests {
  private let history = History(seed: 5)
  private let balances: ProjectionName = "balances"

  /// A runner of the projection of these tests.
  private func runner(
    _ feed: any EventFeed, _ views: any ViewStore, batch: Int = 7
  ) -> CheckpointedRunner {
    CheckpointedRunner(Balances(name: balances), feed: feed, views: views, batch: batch)
  }

  /// What a run comes to.
  private func run(
    _ body: () async throws(ProjectionError) -> GlobalPosition
  ) async -> Outcome<GlobalPosition, ProjectionError> {
    await Outcome { () async throws(ProjectionError) in try await body() }
  }

  @Test("The history has all that matters: changes, removals, counts, and events nobody handles")
  func control() {
    #expect(
      Set(history.events.map(\.event.type)) == ["added", "closed", "counted", "other"])
    #expect(history.events.last?.event.type == "other")
  }

  @Test("Every batch size comes to the same, and every commit is whole", arguments: 1...42)
  func batches(size: Int) async throws {
    let views = FakeViewStore()
    #expect(try await runner(FakeFeed(history.events), views, batch: size).catchUp() == history.end)
    #expect(views.contents.documents == (try await history.contents()))
    #expect(views.contents.checkpoints == [balances: history.end])
    for moment in views.moments {
      let checkpoint = try #require(moment.checkpoints[balances])
      #expect(moment.documents == (try await history.contents(upTo: checkpoint)))
    }
    let handled = history.events.count { Balances(name: balances).handles.contains($0.event.type) }
    #expect(views.changes.count == (handled + size - 1) / size)
  }

  @Test("A batch writes each document once, however many events concern it")
  func coalescing() async throws {
    let views = FakeViewStore()
    _ = try await runner(FakeFeed(history.events), views, batch: 100).catchUp()
    guard case .committed(let commit) = views.changes.first, views.changes.count == 1 else {
      Issue.record("\(views.changes)")
      return
    }
    let keys = commit.writes.map { write in
      switch write {
      case .put(let key, _), .remove(let key): key
      }
    }
    #expect(Set(keys).count == keys.count)
    #expect(keys.count == 4)
  }

  @Test("Catching up in pieces with new runners comes to the same, and nothing new changes nothing")
  func pieces() async throws {
    let feed = FakeFeed()
    let views = FakeViewStore()
    #expect(try await runner(feed, views).catchUp() == .start)
    #expect(views.changes == [])
    for start in stride(from: 0, to: history.events.count, by: 9) {
      feed.append(Array(history.events[start..<min(start + 9, history.events.count)]))
      let end = try #require(feed.events.last?.position)
      #expect(try await runner(feed, views).catchUp() == end)
      #expect(views.contents.documents == (try await history.contents(upTo: end)))
      #expect(views.contents.checkpoints == [balances: end])
      let changes = views.changes.count
      #expect(try await runner(feed, views).catchUp() == end)
      #expect(views.changes.count == changes)
    }
  }

  @Test("Events that come again count once, at the beginning of a page and within it")
  func redelivery() async throws {
    for count in [1, 3, 50] {
      let feed = FakeFeed(history.events)
      feed.repeatEvents(count)
      let views = FakeViewStore()
      for _ in 1...2 {
        #expect(try await runner(feed, views).catchUp() == history.end)
        #expect(views.contents.documents == (try await history.contents()))
      }
    }
    let handled = history.events.filter { $0.event.type != "other" }
    let doubled = handled.flatMap { [$0, $0] }
    let views = FakeViewStore()
    let page = FeedPage(events: doubled, next: history.end, caughtUp: true)
    _ = try await runner(FixedFeed(page: page), views, batch: 200).catchUp()
    #expect(views.contents.documents == (try await history.contents()))
  }

  @Test("A commit whose acknowledgement was lost counts once", arguments: 0..<4)
  func lostAcknowledgement(number: Int) async throws {
    let views = FakeViewStore()
    views.fail(.commit, skipping: number, with: .outcomeUnknown, storing: true)
    let feed = FakeFeed(history.events)
    #expect(
      await run { () async throws(ProjectionError) in try await runner(feed, views).catchUp() }
        == .failure(.views(.outcomeUnknown)))
    #expect(views.changes.count == number + 1)
    #expect(try await runner(feed, views).catchUp() == history.end)
    #expect(views.contents.documents == (try await history.contents()))
  }

  @Test(
    "A fault of the views is thrown as it is and stops the run; a later run completes it",
    arguments: [StorageFault.notWritten, .unavailable, .outcomeUnknown],
    [FakeViewStore.Use.commit, .read, .checkpoint])
  func viewFaults(fault: StorageFault, use: FakeViewStore.Use) async throws {
    for skip in 0..<3 where use != .checkpoint || skip == 0 {
      let views = FakeViewStore()
      views.fail(use, skipping: skip, with: fault)
      let feed = FakeFeed(history.events)
      #expect(
        await run { () async throws(ProjectionError) in try await runner(feed, views).catchUp() }
          == .failure(.views(fault)))
      #expect(views.hasFailedAsPlanned)
      let checkpoint = views.contents.checkpoints[balances] ?? .start
      #expect(views.contents.documents == (try await history.contents(upTo: checkpoint)))
      #expect(try await runner(feed, views).catchUp() == history.end)
      #expect(views.contents.documents == (try await history.contents()))
    }
  }

  @Test(
    "A fault of the feed is thrown as it is, and what was committed before stays", arguments: 0..<4)
  func feedFaults(skip: Int) async throws {
    let feed = FakeFeed(history.events)
    feed.fail(skipping: skip, with: .storage(.unavailable))
    let views = FakeViewStore()
    #expect(
      await run { () async throws(ProjectionError) in try await runner(feed, views).catchUp() }
        == .failure(.feed(.storage(.unavailable))))
    #expect(views.changes.count == skip)
    #expect(feed.pages == skip + 1)
    #expect(try await runner(feed, views).catchUp() == history.end)
    #expect(views.contents.documents == (try await history.contents()))
  }

  @Test("A feed that says there is more and does not get on is not asked for ever")
  func standingFeed() async {
    let page = FeedPage(events: [], next: .start, caughtUp: false)
    let views = FakeViewStore()
    #expect(
      await run { () async throws(ProjectionError) in
        try await runner(FixedFeed(page: page), views).catchUp()
      } == .failure(.feed(.storage(.unavailable))))
    #expect(views.changes == [])
  }

  @Test(
    "Poison stops every run at its place, with everything before it committed, until it is understood",
    arguments: [0, 1, 6, 7, 20, 39], [1, 7, 100])
  func poison(index: Int, batch: Int) async throws {
    let feed = FakeFeed(history.events)
    var broken = history.events[index]
    broken.event = NewEvent(id: broken.event.id, type: "broken", payload: .null)
    feed.repair(broken)
    let views = FakeViewStore()
    let before = GlobalPosition(rawValue: broken.position.rawValue - 1)
    for round in 1...2 {
      let outcome = await run { () async throws(ProjectionError) in
        try await runner(feed, views, batch: batch).catchUp()
      }
      guard case .failure(.poison(broken.position, _)) = outcome else {
        Issue.record("\(outcome)")
        return
      }
      #expect(views.contents.documents == (try await history.contents(upTo: before)))
      #expect(views.contents.checkpoints[balances] ?? .start < broken.position)
      if round == 2 { #expect(views.moments.last == views.contents || views.changes == []) }
    }
    feed.repair(history.events[index])
    #expect(try await runner(feed, views, batch: batch).catchUp() == history.end)
    #expect(views.contents.documents == (try await history.contents()))
  }

  @Test("Rebuilding comes to a first run's documents and leaves other projections alone")
  func rebuilding() async throws {
    let views = FakeViewStore()
    try await views.commit(
      ViewCommit(
        projection: "others", writes: [.put(ViewKey("others", "x"), .int(1))], checkpoint: 5))
    try await views.commit(
      ViewCommit(
        projection: balances,
        writes: [
          .put(ViewKey("balances", "of old logic"), .int(1)),
          .put(ViewKey("elsewhere", "of old logic"), .int(1)),
          .put(ViewKey("balances", "a"), .int(1_000)),
        ], checkpoint: history.end))
    let feed = FakeFeed(history.events)
    #expect(try await runner(feed, views).rebuild() == history.end)
    #expect(views.contents.documents(of: balances) == (try await history.contents()))
    #expect(views.contents.documents(of: "others") == [ViewKey("others", "x"): .int(1)])
    #expect(views.contents.checkpoints == ["others": 5, balances: history.end])
    #expect(try await runner(FakeFeed(), views).rebuild() == .start)
    #expect(views.contents.documents(of: balances) == [:])
  }

  @Test("A rebuild that fails is completed by a later run", arguments: 0..<3)
  func failedRebuild(skip: Int) async throws {
    let views = FakeViewStore()
    let feed = FakeFeed(history.events)
    _ = try await runner(feed, views).catchUp()
    views.fail(.clear, with: .notWritten)
    #expect(
      await run { () async throws(ProjectionError) in try await runner(feed, views).rebuild() }
        == .failure(.views(.notWritten)))
    #expect(views.contents.documents == (try await history.contents()))
    views.fail(.commit, skipping: skip, with: .notWritten)
    #expect(
      await run { () async throws(ProjectionError) in try await runner(feed, views).rebuild() }
        == .failure(.views(.notWritten)))
    #expect(views.contents.documents != (try await history.contents()))
    #expect(try await runner(feed, views).catchUp() == history.end)
    #expect(views.contents.documents == (try await history.contents()))
  }

  @Test("Two projections on one store keep their own checkpoints and documents")
  func twoProjections() async throws {
    let views = FakeViewStore()
    let feed = FakeFeed(history.events)
    let other = CheckpointedRunner(
      Balances(name: "other"), feed: feed, views: views, batch: 3)
    _ = try await runner(feed, views).catchUp()
    #expect(try await other.catchUp() == history.end)
    #expect(views.contents.documents(of: "other") == (try await history.contents(of: "other")))
    _ = try await other.rebuild()
    #expect(views.contents.documents(of: balances) == (try await history.contents()))
    #expect(views.contents.documents(of: "other") == (try await history.contents(of: "other")))
  }
}

/// A feed that always gives the same page.
private struct FixedFeed: EventFeed {
  let page: FeedPage

  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage { page }

  func awaitEvents(after position: GlobalPosition) async {}
}
