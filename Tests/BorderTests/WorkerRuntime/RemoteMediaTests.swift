import CQRS
import EventSourcing
import SeedVault
import Testing
import WorkerRuntime

@testable import Border

extension BlockingTests {
  @Suite("A worker's feed, views, codec and projections are the suite's", .timeLimit(.minutes(10)))
  struct RemoteMediaTests {
    private static let event = RecordedEvent(
      event: NewEvent(id: "e-1", type: "lot.exhausted", payload: .null), stream: "lot-1",
      version: 1, position: 7, recordedAt: 0)
    private static let key = ViewKey("cards", "tarn-17")

    /// Lets the worker's side do something, answers its one call, and gives back what came out.
    private func exchange<Value: Sendable, Call: WireCall>(
      _ suite: HandDrivenSuite, answering reply: Call.Reply, expecting check: (Call) -> Void,
      _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Result<Value, any Error> {
      let outcome = Task { try await body() }
      var frames = suite.frames.makeAsyncIterator()
      let frame = try #require(try await frames.next())
      #expect(frame.kind == .call(method: Call.method))
      check(try frame.body(as: Call.self))
      suite.send(try Frame.reply(reply, id: frame.id))
      return await outcome.result
    }

    @Test("A page is the suite's, for the position, limit and types that were asked for")
    func page() async throws {
      let suite = try HandDrivenSuite()
      let feed = RemoteEventFeed(Handle(4), in: suite.worker)
      let page = FeedPage(events: [Self.event], next: 9, caughtUp: true)
      let outcome = try await exchange(suite, answering: .success(page)) {
        (call: EventFeedCalls.Page) in
        #expect(call.feed == Handle(4))
        #expect(call.after == 3)
        #expect(call.limit == 5)
        #expect(call.types == ["lot.exhausted"])
      } _: {
        try await feed.page(after: 3, limit: 5, types: ["lot.exhausted"])
      }
      #expect(try outcome.get() == page)
      let failed = try await exchange(suite, answering: .failure(.storage(.unavailable))) {
        (call: EventFeedCalls.Page) in
        #expect(call.types == nil)
      } _: {
        try await feed.page(after: 3, limit: 5, types: nil)
      }
      #expect(throws: EventStoreError.storage(.unavailable)) { try failed.get() }
    }

    @Test("Waiting for events ends when the suite says so, or when the task is cancelled")
    func waiting() async throws {
      let suite = try HandDrivenSuite()
      let feed = RemoteEventFeed(Handle(4), in: suite.worker)
      _ = try await exchange(suite, answering: Nothing()) { (call: EventFeedCalls.AwaitEvents) in
        #expect(call.feed == Handle(4))
        #expect(call.position == 7)
      } _: {
        await feed.awaitEvents(after: 7)
      }
      let waiting = Task { await feed.awaitEvents(after: 7) }
      var frames = suite.frames.makeAsyncIterator()
      let frame = try #require(try await frames.next())
      waiting.cancel()
      await waiting.value
      // The answer comes too late, and the worker goes on.
      suite.send(try Frame.reply(Nothing(), id: frame.id))
      _ = try await exchange(suite, answering: Nothing()) { (_: EventFeedCalls.AwaitEvents) in
      } _: {
        await feed.awaitEvents(after: 8)
      }
    }

    @Test("Documents and checkpoints are the suite's, whether or not they are there")
    func reading() async throws {
      let suite = try HandDrivenSuite()
      let views = RemoteViewStore(Handle(4), in: suite.worker)
      for documents in [[], [.null], [.int(1)]] as [[JSONValue]] {
        let outcome = try await exchange(suite, answering: .success(documents)) {
          (call: ViewCalls.Get) in
          #expect(call.views == Handle(4))
          #expect(call.key == Self.key)
        } _: {
          try await views.get(Self.key)
        }
        #expect(try outcome.get() == documents.first)
      }
      let all = try await exchange(suite, answering: .success(["a": .null])) {
        (call: ViewCalls.All) in
        #expect(call.collection == "cards")
      } _: {
        try await views.all(in: "cards")
      }
      #expect(try all.get() == ["a": .null])
      for position in [nil, 7] as [GlobalPosition?] {
        let outcome = try await exchange(suite, answering: .success(position)) {
          (call: ViewCalls.Checkpoint) in
          #expect(call.projection == .cards)
        } _: {
          try await views.checkpoint(of: .cards)
        }
        #expect(try outcome.get() == position)
      }
    }

    @Test(
      "Every fault of the suite's store is thrown in the worker as it is",
      arguments: [StorageFault.notWritten, .outcomeUnknown, .unavailable])
    func faults(fault: StorageFault) async throws {
      let suite = try HandDrivenSuite()
      let views = RemoteViewStore(Handle(4), in: suite.worker)
      let commit = ViewCommit(projection: .cards, writes: [.remove(Self.key)], checkpoint: 7)
      let committed = try await exchange(suite, answering: .failure(fault)) {
        (call: ViewCalls.Commit) in
        #expect(call.commit == commit)
      } _: {
        try await views.commit(commit)
      }
      #expect(throws: fault) { try committed.get() }
      let cleared = try await exchange(suite, answering: .failure(fault)) {
        (call: ViewCalls.Clear) in
        #expect(call.projection == .cards)
      } _: {
        try await views.clear(.cards)
      }
      #expect(throws: fault) { try cleared.get() }
      let read = try await exchange(suite, answering: .failure(fault)) {
        (_: ViewCalls.Get) in
      } _: {
        try await views.get(Self.key)
      }
      #expect(throws: fault) { try read.get() }
    }

    @Test("The codec answers at once, though it is asked without waiting for it")
    func codec() async throws {
      let suite = try HandDrivenSuite()
      let codec = RemoteEventCodec(Handle(4), in: suite.worker)
      let encoded = try await exchange(suite, answering: Self.event.event) {
        (call: EventCodecCalls.Encode) in
        #expect(call.event == .exhausted(at: 5))
        #expect(call.id == "e-1")
      } _: {
        codec.encode(.exhausted(at: 5), id: "e-1")
      }
      #expect(try encoded.get() == Self.event.event)
      let decoded = try await exchange(suite, answering: .success([.exhausted(at: 5)])) {
        (call: EventCodecCalls.Decode) in
        #expect(call.codec == Handle(4))
        #expect(call.stored == Self.event)
        #expect(call.mode == .tolerant)
      } _: {
        try codec.decode(Self.event, mode: .tolerant)
      }
      #expect(try decoded.get() == [.exhausted(at: 5)])
      let error = EvolutionError.missingField(SchemaKey("lot.exhausted", 1), field: "at")
      let damaged = try await exchange(suite, answering: .failure(error)) {
        (_: EventCodecCalls.Decode) in
      } _: {
        try codec.decode(Self.event, mode: .strict)
      }
      #expect(throws: error) { try damaged.get() }
    }
  }
}
