import CQRS
import EventSourcing
import SeedVault
import Testing
import WorkerRuntime

@testable import Border

extension BlockingTests {
  @Suite("A worker serves a submission's partitioned reads", .timeLimit(.minutes(10)))
  struct ManyReadersServiceTests {
    private static let projection = ProjectionCalls.Description(
      projection: Handle(5), name: "cards", handles: [])

    @Test("A router is asked anew each time, for every stream and count")
    func router() async throws {
      let talk = Conversation(
        with: try HandDrivenSuite(serving: .partitionRouter(SampleRouter.self)))
      let partitions = PartitionRouterCalls.Partition(
        router: nil, streams: ["", "a", "lot-7"], counts: [1, 3])
      #expect(try await talk.ask(partitions) == [[0, 0, 0], [0, 1, 2]])
      for position in [nil, 7] as [GlobalPosition?] {
        let statuses = [PartitionStatus(partition: 0, position: position, healthy: true)]
        let call = PartitionRouterCalls.Watermark(router: nil, statuses: statuses)
        #expect(try await talk.ask(call) == position)
      }
    }

    @Test("Reads without a router of the suite's have the submission's, and answer for themselves")
    func ownRouter() async throws {
      let talk = Conversation(with: try Self.suite())
      let reads = try await talk.ask(Self.make(router: nil))
      let card = VaultQuery.lotCard("7")
      #expect(
        try await talk.ask(
          VaultScaledReadsCalls.Ask(reads: reads, query: card, freshness: .eventual))
          == .success(QueryAnswer(view: .watchlist(["7"]), asOf: 1)))
      #expect(
        try await talk.ask(
          VaultScaledReadsCalls.Ask(reads: reads, query: card, freshness: .atLeast(9)))
          == .failure(.notYet(asOf: 9)))
      #expect(
        try await talk.ask(
          VaultScaledReadsCalls.Ask(reads: reads, query: .request("r"), freshness: .eventual))
          == .failure(.unavailable))
      #expect(
        try await talk.ask(VaultScaledReadsCalls.Status(reads: reads))
          == [PartitionStatus(partition: 2, position: nil, healthy: true)])
      await #expect(throws: Refusal(reason: "nothing has the handle 9")) {
        try await talk.ask(VaultScaledReadsCalls.Status(reads: Handle(9)))
      }
    }

    @Test("A pump reaches the view store of its partition and the feed by their handles")
    func pump() async throws {
      let suite = try Self.suite()
      var frames = suite.frames.makeAsyncIterator()
      /// The next frame from the worker.
      func next() async throws -> Frame { try #require(try await frames.next()) }
      try suite.call(Self.make(router: nil), id: 1)
      let reads = try await next().reply(as: Handle.self)
      try suite.call(VaultScaledReadsCalls.Pump(reads: reads, partition: 1, limit: 4), id: 2)

      var frame = try await next()
      let checkpoint = try frame.body(as: ViewCalls.Checkpoint.self)
      #expect(checkpoint.views == Handle(3))
      #expect(checkpoint.projection == "cards")
      suite.send(try Frame.reply(ViewCalls.Checkpoint.Reply.success(6), id: frame.id))
      frame = try await next()
      let page = try frame.body(as: EventFeedCalls.Page.self)
      #expect(page.feed == Handle(1))
      #expect(page.after == 6)
      #expect(page.limit == 4)
      let reply = EventFeedCalls.Page.Reply.success(FeedPage(events: [], next: 8, caughtUp: true))
      suite.send(try Frame.reply(reply, id: frame.id))
      #expect(try await next().reply(as: VaultScaledReadsCalls.Pump.Reply.self) == .success(8))

      try suite.call(VaultScaledReadsCalls.Pump(reads: reads, partition: 0, limit: 4), id: 3)
      frame = try await next()
      #expect(try frame.body(as: ViewCalls.Checkpoint.self).views == Handle(2))
      suite.send(try Frame.reply(ViewCalls.Checkpoint.Reply.failure(.unavailable), id: frame.id))
      #expect(
        try await next().reply(as: VaultScaledReadsCalls.Pump.Reply.self)
          == .failure(.views(.unavailable)))
    }

    @Test("A router of the suite's is asked once for each stream, and for every watermark")
    func suitesRouter() async throws {
      let suite = try Self.suite()
      var frames = suite.frames.makeAsyncIterator()
      /// The next frame from the worker.
      func next() async throws -> Frame { try #require(try await frames.next()) }
      try suite.call(Self.make(router: Handle(4)), id: 1)
      let reads = try await next().reply(as: Handle.self)
      let ask = VaultScaledReadsCalls.Ask(reads: reads, query: .lotCard("7"), freshness: .eventual)
      try suite.call(ask, id: 2)
      var frame = try await next()
      let question = try frame.body(as: PartitionRouterCalls.Partition.self)
      #expect(question.router == Handle(4))
      #expect(question.streams == ["lot-7"])
      #expect(question.counts == [2])
      suite.send(try Frame.reply([[1]], id: frame.id))
      let expected = VaultScaledReadsCalls.Ask.Reply.success(
        QueryAnswer(view: .watchlist(["7"]), asOf: 1))
      #expect(try await next().reply(as: VaultScaledReadsCalls.Ask.Reply.self) == expected)
      try suite.call(ask, id: 3)
      #expect(try await next().reply(as: VaultScaledReadsCalls.Ask.Reply.self) == expected)

      for (id, position) in [(4, nil), (5, 7)] as [(Int, GlobalPosition?)] {
        try suite.call(VaultScaledReadsCalls.Status(reads: reads), id: id)
        frame = try await next()
        #expect(try frame.body(as: PartitionRouterCalls.Watermark.self).router == Handle(4))
        suite.send(try Frame.reply(position, id: frame.id))
        #expect(
          try await next().reply(as: [PartitionStatus].self)
            == [PartitionStatus(partition: 2, position: position, healthy: true)])
      }
    }

    /// A suite with sample reads at the other end.
    private static func suite() throws -> HandDrivenSuite {
      try HandDrivenSuite(serving: .scaledReads(SampleReads.self, router: SampleRouter.self))
    }

    /// Makes reads over a feed 1 and view stores 2 and 3.
    private static func make(router: Handle?) -> VaultScaledReadsCalls.Make {
      VaultScaledReadsCalls.Make(
        router: router, feed: Handle(1), partitions: [Handle(2), Handle(3)],
        projections: [projection])
    }
  }
}
