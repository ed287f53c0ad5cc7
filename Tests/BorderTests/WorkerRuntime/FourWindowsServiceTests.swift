import CQRS
import EventSourcing
import SeedVault
import Testing
import WorkerRuntime

@testable import Border

extension BlockingTests {
  @Suite("A worker serves windows and runners", .timeLimit(.minutes(10)))
  struct FourWindowsServiceTests {
    private static let event = RecordedEvent(
      event: NewEvent(id: "e-1", type: "lot.exhausted", payload: .null), stream: "lot-1",
      version: 1, position: 7, recordedAt: 0)

    /// A suite with a worker that has the sample windows.
    private func suite() throws -> HandDrivenSuite {
      try HandDrivenSuite(
        serving: .fourWindows(
          cards: SampleWindow<Card>.self, availability: SampleWindow<Other>.self,
          watchlist: SampleWindow<Other>.self, requests: SampleWindow<Other>.self,
          runner: SampleRunner.self))
    }

    @Test("Each window is made by its own type, and says what it is called and wants")
    func windows() async throws {
      let talk = Conversation(with: try suite())
      for window in LotProjectionCalls.Window.allCases {
        let made = try await talk.ask(
          LotProjectionCalls.Make(window: window, codec: Handle(0)))
        #expect(made.name == (window == .cards ? "card" : "other"))
        #expect(made.handles == ["lot.exhausted"])
      }
    }

    @Test("A window decodes by the suite's codec and reads by the suite's reader")
    func writes() async throws {
      let suite = try suite()
      let made = try await Conversation(with: suite).ask(
        LotProjectionCalls.Make(window: .cards, codec: Handle(3)))
      try suite.call(
        ProjectionCalls.Writes(projection: made.projection, event: Self.event, reader: Handle(5)),
        id: 9)
      var frames = suite.frames.makeAsyncIterator()
      let decoding = try #require(try await frames.next())
      #expect(try decoding.body(as: EventCodecCalls.Decode.self).codec == Handle(3))
      suite.send(
        try Frame.reply(EventCodecCalls.Decode.Reply.success([.exhausted(at: 1)]), id: decoding.id))
      let reading = try #require(try await frames.next())
      #expect(try reading.body(as: ViewCalls.Get.self).views == Handle(5))
      suite.send(try Frame.reply(ViewCalls.Get.Reply.success([.int(4)]), id: reading.id))
      let answer = try #require(try await frames.next())
      #expect(answer.id == 9)
      #expect(
        try answer.reply(as: ProjectionCalls.Writes.Reply.self)
          == .success([.put(ViewKey("card", "count"), .int(5))]))
    }

    @Test("A runner carries along a projection of the suite's, which reads by the runner's reader")
    func runner() async throws {
      let suite = try suite()
      let runner = try await Conversation(with: suite).ask(
        ProjectionRunnerCalls.Make(
          projection: .suites(.init(projection: Handle(6), name: "suite's", handles: ["a"])),
          feed: Handle(1), views: Handle(2), batch: 3))
      try suite.call(ProjectionRunnerCalls.CatchUp(runner: runner), id: 9)
      var frames = suite.frames.makeAsyncIterator()
      let paging = try #require(try await frames.next())
      let page = try paging.body(as: EventFeedCalls.Page.self)
      #expect(page.feed == Handle(1))
      #expect(page.limit == 3)
      #expect(page.types == ["a"])
      suite.send(
        try Frame.reply(
          EventFeedCalls.Page.Reply.success(
            FeedPage(events: [Self.event], next: 7, caughtUp: true)), id: paging.id))
      let asking = try #require(try await frames.next())
      let question = try asking.body(as: ProjectionCalls.Writes.self)
      #expect(question.projection == Handle(6))
      #expect(question.event == Self.event)
      // The suite reads while the runner waits for its answer.
      try suite.call(ViewCalls.All(views: question.reader, collection: "c"), id: 10)
      let reading = try #require(try await frames.next())
      #expect(try reading.body(as: ViewCalls.All.self).views == Handle(2))
      suite.send(try Frame.reply(ViewCalls.All.Reply.success(["a": .int(1)]), id: reading.id))
      let read = try #require(try await frames.next())
      #expect(read.id == 10)
      #expect(try read.reply(as: ViewCalls.All.Reply.self) == .success(["a": .int(1)]))
      suite.send(
        try Frame.reply(
          ProjectionCalls.Writes.Reply.failure(.poison(7, reason: "x")), id: asking.id))
      let answer = try #require(try await frames.next())
      #expect(answer.id == 9)
      #expect(
        try answer.reply(as: ProjectionRunnerCalls.CatchUp.Reply.self)
          == .failure(.poison(7, reason: "x")))
    }

    @Test("Rebuilding is asked of the runner that was made")
    func rebuild() async throws {
      let talk = Conversation(with: try suite())
      let made = try await talk.ask(
        LotProjectionCalls.Make(window: .requests, codec: Handle(0)))
      let runner = try await talk.ask(
        ProjectionRunnerCalls.Make(
          projection: .own(made.projection), feed: Handle(1), views: Handle(2), batch: 3))
      #expect(try await talk.ask(ProjectionRunnerCalls.Rebuild(runner: runner)) == .success(3))
    }
  }
}
