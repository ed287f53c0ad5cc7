import CQRS
import EventSourcing
import ExampleSupport
import SeedVault
import Testing

#if GRADER
  import SuiteSupport
#else
  @testable import FourWindowsExercise

  /// The public examples of the four windows, which count for your grade.
  @Suite("FourWindows examples", .guided, .timeLimit(.minutes(1))) struct FourWindowsExamples {}
#endif

extension FourWindowsExamples {
  @Test("A card shows the figures of its lot", .needs("catchUp", "apply", "PendingViews"))
  func card() async throws {
    let feed = MemoryFeed()
    await feed.record("tarn-17", deposit(100), .tested(sown: 20, germinated: 17, at: 5))
    let last = await feed.record("tarn-17", .reserved("r-1", seeds: 30, at: 6)).last
    let views = MemoryViews()
    let runner = Runner(Cards(codec: feed.codec), feed: feed, views: views, batch: 10)
    let position = try await runner.catchUp()
    #expect(position == last, "The run ends at the last event.")
    let onHand = await views.field("onHand", of: "tarn-17", in: "cards")
    let reserved = await views.field("reserved", of: "tarn-17", in: "cards")
    let permille = await views.field("viabilityPermille", of: "tarn-17", in: "cards")
    #expect(onHand == .int(80), "100 came, 20 were sown.")
    #expect(reserved == .int(30), "Reserved seeds stay on hand.")
    #expect(permille == .int(850), "17 of 20 germinated.")
  }

  @Test(
    "Availability adds up the open lots of a taxon",
    .needs("Availability", "catchUp", "apply", "PendingViews"))
  func availability() async throws {
    let feed = MemoryFeed()
    for lot in ["tarn-3", "tarn-9", "tarn-17", "tarn-20", "tarn-1", "tarn-8", "tarn-30"] as [LotID]
    {
      await feed.record(lot, deposit(20))
    }
    await feed.record("tarn-17", .reserved("r-1", seeds: 10, at: 6))
    await feed.record("tarn-9", .discarded(reason: "mold", seedsLost: 20, at: 7))
    let views = MemoryViews()
    let runner = Runner(Availability(codec: feed.codec), feed: feed, views: views, batch: 1)
    _ = try await runner.catchUp()
    let seeds = await views.field("seeds", of: "Hordeum spontaneum", in: "availability")
    let lots = await views.field("lots", of: "Hordeum spontaneum", in: "availability")
    #expect(seeds == .int(110), "Six lots of 20 are open, and 10 of these seeds are reserved.")
    let order = ["tarn-1", "tarn-17", "tarn-20", "tarn-3", "tarn-30", "tarn-8"]
    #expect(
      lots == .array(order.map { .string($0) }),
      "Identifiers are ordered as texts, so 17 stands before 3.")
  }

  @Test(
    "The watchlist puts the weakest lot first",
    .needs("Watchlist", "catchUp", "apply", "PendingViews"))
  func watchlist() async throws {
    let feed = MemoryFeed()
    await feed.record("tarn-3", deposit(100), .tested(sown: 10, germinated: 8, at: 5))
    await feed.record("tarn-5", deposit(100), .tested(sown: 10, germinated: 3, at: 5))
    await feed.record("tarn-7", deposit(100), .tested(sown: 10, germinated: 9, at: 5))
    let views = MemoryViews()
    let runner = Runner(Watchlist(codec: feed.codec), feed: feed, views: views, batch: 1)
    _ = try await runner.catchUp()
    let permille = await views.field("permille", of: "tarn-7", in: "watchlist")
    let lots = await views.field("lots", of: "lots", in: "watchlist.weakest")
    #expect(permille == .int(900), "Every open lot has a document, good ones too.")
    #expect(
      lots == .array([.string("tarn-5"), .string("tarn-3")]),
      "300 comes before 800, and 900 is not below 850.")
  }

  @Test(
    "A request joins what two lots say of it",
    .needs("Requests", "catchUp", "apply", "PendingViews"))
  func request() async throws {
    let feed = MemoryFeed()
    await feed.record("tarn-3", deposit(100), .reserved("r-1", seeds: 30, at: 6))
    await feed.record("tarn-17", deposit(100), .reserved("r-1", seeds: 5, at: 7))
    await feed.record("tarn-3", .dispatched("r-1", seeds: 30, at: 8))
    let views = MemoryViews()
    let runner = Runner(Requests(codec: feed.codec), feed: feed, views: views, batch: 1)
    _ = try await runner.catchUp()
    let status = await views.field("status", of: "r-1", in: "requests")
    let seeds = await views.field("seeds", of: "r-1", in: "requests")
    #expect(status == .string("reserved"), "One of its two reservations is still active.")
    #expect(seeds == .int(35), "30 were dispatched and 5 are reserved.")
  }

  @Test(
    "A second run goes on where the first one ended",
    .needs("catchUp", "apply", "PendingViews"))
  func pieces() async throws {
    let feed = MemoryFeed()
    let views = MemoryViews()
    await feed.record("tarn-17", deposit(100), .tested(sown: 20, germinated: 17, at: 5))
    let first = Runner(Cards(codec: feed.codec), feed: feed, views: views, batch: 1)
    _ = try await first.catchUp()
    await feed.record("tarn-17", .tested(sown: 10, germinated: 9, at: 6))
    let second = Runner(Cards(codec: feed.codec), feed: feed, views: views, batch: 1)
    _ = try await second.catchUp()
    let onHand = await views.field("onHand", of: "tarn-17", in: "cards")
    #expect(onHand == .int(70), "100 came, 20 and 10 were sown, each once.")
  }

  @Test(
    "A lost acknowledgement makes nothing count twice",
    .needs("catchUp", "apply", "PendingViews"))
  func lostAcknowledgement() async throws {
    let feed = MemoryFeed()
    let views = MemoryViews()
    await feed.record("tarn-17", deposit(100), .tested(sown: 20, germinated: 17, at: 5))
    let runner = Runner(Cards(codec: feed.codec), feed: feed, views: views, batch: 1)
    await views.loseNextAcknowledgement()
    await #expect(
      throws: ProjectionError.views(.outcomeUnknown), "The fault is thrown, not swallowed."
    ) { try await runner.catchUp() }
    _ = try await runner.catchUp()
    let onHand = await views.field("onHand", of: "tarn-17", in: "cards")
    #expect(onHand == .int(80), "The commit was stored, with its checkpoint.")
  }

  @Test(
    "Poison stops the run after everything before it",
    .needs("catchUp", "apply", "PendingViews"))
  func poison() async throws {
    let feed = MemoryFeed()
    let views = MemoryViews()
    await feed.record("tarn-17", deposit(100), .tested(sown: 20, germinated: 17, at: 5))
    let position = try #require(
      await feed.record("tarn-17", .tested(sown: 10, germinated: 9, at: 6)).first)
    let id = try #require(await feed.id(at: position))
    feed.codec.note(.failure(.missingField(SchemaKey("lot.tested", 1), field: "sown")), for: id)
    let runner = Runner(Cards(codec: feed.codec), feed: feed, views: views, batch: 1)
    let error = await #expect(throws: ProjectionError.self, "The run cannot go past it.") {
      try await runner.catchUp()
    }
    guard case .poison(position, _) = error else {
      Issue.record("The error names the position of the event.")
      return
    }
    let before = await views.field("onHand", of: "tarn-17", in: "cards")
    #expect(before == .int(80), "What came before is committed.")
    feed.codec.note(.success([.tested(sown: 10, germinated: 9, at: 6)]), for: id)
    _ = try await runner.catchUp()
    let after = await views.field("onHand", of: "tarn-17", in: "cards")
    #expect(after == .int(70), "Once the event can be understood, the run goes on with it.")
  }

  @Test(
    "Rebuilding replaces the documents of this projection only",
    .needs("rebuild", "apply", "PendingViews"))
  func rebuild() async throws {
    let feed = MemoryFeed()
    let views = MemoryViews()
    await feed.record("tarn-17", deposit(100), .tested(sown: 20, germinated: 17, at: 5))
    let old = ViewKey("cards", "a lot of the old logic")
    let foreign = ViewKey("watchlist", "tarn-1")
    try await views.commit(
      ViewCommit(projection: .cards, writes: [.put(old, .null)], checkpoint: 10))
    try await views.commit(
      ViewCommit(projection: .watchlist, writes: [.put(foreign, .null)], checkpoint: 10))
    let runner = Runner(Cards(codec: feed.codec), feed: feed, views: views, batch: 1)
    _ = try await runner.rebuild()
    let onHand = await views.field("onHand", of: "tarn-17", in: "cards")
    let (gone, kept) = (try await views.get(old), try await views.get(foreign))
    #expect(onHand == .int(80), "All events are applied again, from the first.")
    #expect(gone == nil, "Nothing of the old logic is left over.")
    #expect(kept == .null, "The documents of another projection are not yours to clear.")
  }

  /// Some seeds of wild barley came into the vault.
  private func deposit(_ seeds: Int) -> LotEvent {
    .deposited(
      "a lot", Taxon(genus: "Hordeum", species: "spontaneum"), seeds: seeds,
      quarantineEndsAt: 34_128_000_000, at: 31_536_000_000)
  }
}
