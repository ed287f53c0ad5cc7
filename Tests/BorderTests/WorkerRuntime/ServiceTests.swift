import EventSourcing
import Foundation
import SeedVault
import Testing
import WorkerRuntime

@testable import Border

@Suite("A worker serves a submission's types", .timeLimit(.minutes(10)))
struct ServiceTests {
  private static let context = DecisionContext(commandID: "c", now: 7, actor: "Ada")
  private static let policy = VaultPolicy(reserveFloor: 10, minViabilityPermille: 850)
  private static let tested = LotEvent.tested(sown: 2, germinated: 1, at: 7)

  @Test("A whole conversation with lot rules gives the submission's own answers")
  func lotRules() async throws {
    let suite = try HandDrivenSuite(serving: .lotRules(SampleRules.self))
    let talk = Conversation(with: suite)
    let rules = try await talk.ask(LotRulesCalls.Make(policy: Self.policy))
    let empty = try await talk.ask(LotRulesCalls.InitialState(rules: rules))
    let later = try await talk.ask(
      LotRulesCalls.Evolve(
        rules: rules, state: empty, events: [Self.tested, .exhausted(at: 8)]))
    func decide(_ command: LotCommand) -> LotRulesCalls.Decide {
      LotRulesCalls.Decide(rules: rules, state: later, command: command, context: Self.context)
    }
    #expect(
      try await talk.ask(decide(.recordTest(sown: 2, germinated: 1))) == .success([Self.tested]))
    #expect(
      try await talk.ask(decide(.release("r"))) == .failure(.insufficientSeeds(available: 12)))
    #expect(try await talk.ask(LotRulesCalls.IsTerminal(rules: rules, state: later)))
    // The earlier state is still what it was.
    #expect(try await talk.ask(LotRulesCalls.IsTerminal(rules: rules, state: empty)) == false)

    let text = try #require(try await talk.ask(LotRulesCalls.EncodeState(state: later)))
    let decoded = try JSONDecoder().decode([LotEvent].self, from: Data(text.utf8))
    #expect(decoded == [Self.tested, .exhausted(at: 8)])
    let again = try #require(try await talk.ask(LotRulesCalls.DecodeState(text: text)))
    let copy = try #require(try await talk.ask(LotRulesCalls.EncodeState(state: again)))
    #expect(try JSONDecoder().decode([LotEvent].self, from: Data(copy.utf8)) == decoded)
    #expect(try await talk.ask(LotRulesCalls.DecodeState(text: "{")) == nil)
    #expect(try await talk.ask(LotRulesCalls.DecodeState(text: "{\"a\":1}")) == nil)
  }

  @Test(
    "Questions are asked of one state, of a state each, or of what the answers before them led to")
  func manyQuestions() async throws {
    let talk = Conversation(with: try HandDrivenSuite(serving: .lotRules(SampleRules.self)))
    let rules = try await talk.ask(
      LotRulesCalls.Make(policy: VaultPolicy(reserveFloor: 10, minViabilityPermille: 0)))
    let history = [Self.tested, Self.tested]
    let questions: [LotRulesCalls.Question] = [
      .init(command: .release("r"), context: Self.context),
      .init(command: .recordTest(sown: 2, germinated: 1), context: Self.context),
      .init(command: .release("r"), context: Self.context),
    ]
    func refused(_ available: Int) -> Outcome<[LotEvent], LotRejection> {
      .failure(.insufficientSeeds(available: available))
    }
    let accepted = Outcome<[LotEvent], LotRejection>.success([Self.tested])

    // Without a state, the history begins with the initial one.
    let state = try await talk.ask(
      LotRulesCalls.Evolve(rules: rules, state: nil, events: history))
    #expect(
      try await talk.ask(
        LotRulesCalls.DecideEach(rules: rules, state: state, questions: questions))
        == [refused(12), accepted, refused(12)])
    #expect(
      try await talk.ask(
        LotRulesCalls.DecideAfresh(rules: rules, history: history, questions: questions))
        == [refused(12), accepted, refused(12)])
    let life = try await talk.ask(
      LotRulesCalls.Live(rules: rules, state: state, questions: questions))
    #expect(life.decisions == [refused(12), accepted, refused(13)])
    let afterwards = try await talk.ask(
      LotRulesCalls.DecideEach(rules: rules, state: life.state, questions: [questions[0]]))
    #expect(afterwards == [refused(13)])
    let other = try await talk.ask(
      LotRulesCalls.Live(rules: rules, state: nil, questions: questions))
    #expect(other.decisions == [refused(10), accepted, refused(11)])
  }

  @Test("A sorter is asked anew each time")
  func sorter() async throws {
    let talk = Conversation(with: try HandDrivenSuite(serving: .messageSorter(SampleSorter.self)))
    for (returnsData, kind) in [(true, MessageKind.query), (false, nil)] {
      let card = MessageCard(
        name: "x", mayBeRefused: false, changesState: false, returnsData: returnsData,
        alreadyHappened: false)
      #expect(try await talk.ask(MessageSorterCalls.Classify(card: card)) == kind)
    }
  }

  @Test("Each opened desk is one of its own, of the kind that was asked for")
  func desks() async throws {
    let talk = Conversation(
      with: try HandDrivenSuite(serving: .frontDesks(row: RowDesk.self, facts: FactDesk.self)))
    let first = try await talk.ask(FrontDeskCalls.Open(desk: .row))
    let second = try await talk.ask(FrontDeskCalls.Open(desk: .row))
    let facts = try await talk.ask(FrontDeskCalls.Open(desk: .facts))
    for version in 1...3 {
      let ack = try await talk.ask(FrontDeskCalls.Record(desk: first, event: Self.tested))
      #expect(ack == Ack(version: version))
    }
    #expect(
      try await talk.ask(FrontDeskCalls.Record(desk: facts, event: Self.tested)).version == 1_000)
    #expect(try await talk.ask(FrontDeskCalls.Ask(desk: first, query: .figures)) == .count(3))
    #expect(try await talk.ask(FrontDeskCalls.Ask(desk: second, query: .figures)) == .count(0))
    #expect(try await talk.ask(FrontDeskCalls.Ask(desk: facts, query: .figures)) == .unanswerable)
  }

  @Test("A chain keeps its own steps, and its errors come back as values")
  func chains() async throws {
    let talk = Conversation(with: try HandDrivenSuite(serving: .upcasterChain(SampleChain.self)))
    let rule = UpcastRule(
      source: SchemaKey("lot.reserved", 1),
      targets: [.init(key: SchemaKey("lot.reserved", 2), edits: [.rename("qty", to: "seeds")])])
    let chain = try await talk.ask(UpcasterChainCalls.Make(steps: [rule])).get()
    let empty = try await talk.ask(UpcasterChainCalls.Make(steps: [])).get()
    let old = StoredPayload(rule.source, .object(["qty": .int(4)]))
    let new = StoredPayload(SchemaKey("lot.reserved", 2), .object(["seeds": .int(4)]))
    #expect(
      try await talk.ask(UpcasterChainCalls.Upcast(chain: chain, stored: old)) == .success([new]))
    #expect(
      try await talk.ask(UpcasterChainCalls.Upcast(chain: empty, stored: old)) == .success([old]))
    #expect(
      try await talk.ask(
        UpcasterChainCalls.Upcast(chain: chain, stored: StoredPayload(rule.source, .null)))
        == .failure(.malformed(rule.source, field: "")))
    #expect(
      try await talk.ask(UpcasterChainCalls.Make(steps: [rule, rule]))
        == .failure(.ambiguousStep(rule.source)))
  }

  @Test("A codec reads each stored event for itself, in order and in the mode that was asked for")
  func codecs() async throws {
    let talk = Conversation(with: try HandDrivenSuite(serving: .lotEventCodec(SampleCodec.self)))
    let codec = try await talk.ask(LotEventCodecCalls.Open())
    let written = try await talk.ask(
      LotEventCodecCalls.Encode(codec: codec, event: .exhausted(at: 8), id: "c-1/0"))
    #expect(written == NewEvent(id: "c-1/0", type: "lot.exhausted", payload: .int(8)))
    let known = RecordedEvent(
      event: written, stream: "lot-1", version: 1, position: 1, recordedAt: 1)
    var unknown = known
    unknown.event.type = "lot.lost"
    let stored = [unknown, known]
    let strict = try await talk.ask(
      LotEventCodecCalls.Decode(codec: codec, stored: stored, mode: .strict))
    #expect(
      strict == [
        .failure(.unknownType(SchemaKey("lot.lost", 1))), .success([.exhausted(at: 8)]),
      ])
    let tolerant = try await talk.ask(
      LotEventCodecCalls.Decode(codec: codec, stored: stored, mode: .tolerant))
    #expect(tolerant == [.success([]), .success([.exhausted(at: 8)])])
  }

  @Test("A store is opened on the suite's log, and every refusal of its crosses")
  func eventStore() async throws {
    let suite = try HandDrivenSuite(serving: .eventStore(SampleStore.self))
    try suite.call(EventStoreCalls.Open(log: Handle(7)), id: 1_000)
    var frames = suite.frames.makeAsyncIterator()
    let reading = try #require(try await frames.next())
    #expect(reading.kind == .call(method: RecordLogCalls.Records.method))
    #expect(try reading.body(as: RecordLogCalls.Records.self).log == Handle(7))
    let stored: RecordLogCalls.Records.Reply = .success([[1], [2]])
    suite.send(try Frame.reply(stored, id: reading.id))
    let opened = try #require(try await frames.next())
    #expect(opened.id == 1_000)
    let store = try opened.reply(as: EventStoreCalls.Open.Reply.self).get()

    let talk = Conversation(with: suite)
    func append(_ expectation: ExpectedVersion) -> EventStoreCalls.Append {
      EventStoreCalls.Append(
        store: store, events: [], stream: "lot-1", expecting: expectation, at: 9)
    }
    #expect(
      try await talk.ask(append(.any)) == .success(AppendReceipt(version: 2, position: 9)))
    #expect(
      try await talk.ask(append(.exact(5)))
        == .failure(.wrongExpectedVersion(expected: .exact(5), actual: 2)))
    #expect(
      try await talk.ask(EventStoreCalls.Read(store: store, stream: "lot-1", from: 3, limit: 4))
        == .success(StreamSlice(events: [], version: 3)))
    #expect(
      try await talk.ask(EventStoreCalls.Page(store: store, after: 5, limit: 1, types: ["a", "b"]))
        == .success(FeedPage(events: [], next: 7, caughtUp: true)))
    await #expect(throws: Refusal(reason: "nothing has the handle -1")) {
      try await talk.ask(
        EventStoreCalls.Read(store: Handle(-1), stream: "lot-1", from: 1, limit: 1))
    }
  }

  @Test("A wait ends when the suite cancels it, even before it has begun")
  func waits() async throws {
    let suite = try HandDrivenSuite(serving: .eventStore(SampleStore.self))
    try suite.call(EventStoreCalls.Open(log: Handle(7)), id: 1_000)
    var frames = suite.frames.makeAsyncIterator()
    let reading = try #require(try await frames.next())
    let stored: RecordLogCalls.Records.Reply = .success([])
    suite.send(try Frame.reply(stored, id: reading.id))
    let opened = try #require(try await frames.next())
    let store = try opened.reply(as: EventStoreCalls.Open.Reply.self).get()

    try suite.call(EventStoreCalls.AwaitEvents(store: store, after: 9, wait: 1), id: 1)
    try suite.call(EventStoreCalls.CancelWait(wait: 1), id: 2)
    try suite.call(EventStoreCalls.CancelWait(wait: 2), id: 3)
    var answered: Set<Int> = []
    while answered.count < 3 { answered.insert(try #require(try await frames.next()).id) }
    #expect(answered == [1, 2, 3])
    // Its cancellation is there already.
    try suite.call(EventStoreCalls.AwaitEvents(store: store, after: 9, wait: 2), id: 4)
    #expect(try #require(try await frames.next()).id == 4)
  }

  @Test("Handles that were never given out are refused, and the worker serves on")
  func unknownHandles() async throws {
    let talk = Conversation(with: try HandDrivenSuite(serving: .lotRules(SampleRules.self)))
    let rules = try await talk.ask(LotRulesCalls.Make(policy: Self.policy))
    for number in [rules.number + 1, -1, Int.max, Int.min] {
      await #expect(throws: Refusal(reason: "nothing has the handle \(number)")) {
        try await talk.ask(LotRulesCalls.InitialState(rules: Handle(number)))
      }
      await #expect(throws: Refusal(reason: "nothing has the handle \(number)")) {
        try await talk.ask(LotRulesCalls.EncodeState(state: Handle(number)))
      }
    }
    _ = try await talk.ask(LotRulesCalls.InitialState(rules: rules))
  }
}

/// One call at a time to a worker, as a suite would make it.
actor Conversation {
  private let suite: HandDrivenSuite
  private var id = 0

  /// Begins a conversation.
  init(with suite: HandDrivenSuite) {
    self.suite = suite
  }

  /// Calls and waits for the answer.
  func ask<Call: WireCall>(_ call: Call) async throws -> Call.Reply {
    id += 1
    try suite.call(call, id: id)
    var frames = suite.frames.makeAsyncIterator()
    let frame = try #require(try await frames.next())
    #expect(frame.id == id)
    if case .refusal(let reason) = frame.kind { throw Refusal(reason: reason) }
    return try frame.reply(as: Call.Reply.self)
  }
}

/// The worker did not serve a call.
struct Refusal: Error, Equatable {
  var reason: String
}
