import CQRS
import EventSourcing
import Foundation
import SeedVault
import Testing

@testable import Border

@Suite("Calls cross the border with their replies")
struct CallTests {
  /// Every call that one side can make.
  private static let all: [any WireCall.Type] = [
    UpcasterChainCalls.Make.self, UpcasterChainCalls.Upcast.self, LotEventCodecCalls.Open.self,
    LotEventCodecCalls.Encode.self, LotEventCodecCalls.Decode.self,
    MessageSorterCalls.Classify.self, FrontDeskCalls.Open.self, FrontDeskCalls.Record.self,
    FrontDeskCalls.Ask.self, LotRulesCalls.Make.self, LotRulesCalls.InitialState.self,
    LotRulesCalls.Evolve.self, LotRulesCalls.Decide.self,
    LotRulesCalls.DecideEach.self, LotRulesCalls.DecideAfresh.self, LotRulesCalls.Live.self,
    LotRulesCalls.IsTerminal.self,
    LotRulesCalls.EncodeState.self, LotRulesCalls.DecodeState.self, RecordLogCalls.Append.self,
    RecordLogCalls.Records.self, EventStoreCalls.Open.self, EventStoreCalls.Append.self,
    EventStoreCalls.Read.self, EventStoreCalls.Page.self, EventStoreCalls.AwaitEvents.self,
    EventStoreCalls.CancelWait.self, Ping.self, EventFeedCalls.Page.self,
    EventFeedCalls.AwaitEvents.self, ViewCalls.Get.self, ViewCalls.All.self,
    ViewCalls.Checkpoint.self, ViewCalls.Commit.self, ViewCalls.Clear.self,
    EventCodecCalls.Encode.self, EventCodecCalls.Decode.self, ProjectionCalls.Writes.self,
    LotProjectionCalls.Make.self, ProjectionRunnerCalls.Make.self,
    ProjectionRunnerCalls.CatchUp.self, ProjectionRunnerCalls.Rebuild.self,
    PartitionRouterCalls.Partition.self, PartitionRouterCalls.Watermark.self,
    VaultScaledReadsCalls.Make.self, VaultScaledReadsCalls.Pump.self,
    VaultScaledReadsCalls.Ask.self,
    VaultScaledReadsCalls.Status.self,
  ]

  private static let events: [LotEvent] = [
    .deposited(
      "tarn-17", Taxon(genus: "Hordeum", species: "vulgäre 🌾"), seeds: .max,
      quarantineEndsAt: -1, at: 0),
    .tested(sown: 20, germinated: 17, at: 1), .reserved("r-1", seeds: 40, at: 2),
    .released("r-1", seeds: 40, at: 3), .dispatched("r-1", seeds: .min, at: 4),
    .exhausted(at: -5), .discarded(reason: "\"\\\n\u{1B}", seedsLost: 0, at: 6),
  ]

  /// Expects that a call and each of its replies come out of their frames as they went in.
  ///
  /// Sets and dictionaries in the call have one element at most, since their order is compared.
  private func expectCrossing<Call: WireCall>(
    _ call: Call, replies: [Call.Reply], sourceLocation: SourceLocation = #_sourceLocation
  ) throws where Call.Reply: Equatable {
    var buffer = FrameBuffer()
    buffer.append(try Frame.call(call, id: 12))
    for reply in replies { buffer.append(try Frame.reply(reply, id: 12)) }
    let frame = try #require(try buffer.next(), sourceLocation: sourceLocation)
    #expect(frame.kind == .call(method: Call.method), sourceLocation: sourceLocation)
    // A call's description shows every stored property.
    let argument = try frame.body(as: Call.self)
    #expect(
      String(reflecting: argument) == String(reflecting: call), sourceLocation: sourceLocation)
    for reply in replies {
      let frame = try #require(try buffer.next(), sourceLocation: sourceLocation)
      #expect(frame.kind == .reply, sourceLocation: sourceLocation)
      #expect(try frame.reply(as: Call.Reply.self) == reply, sourceLocation: sourceLocation)
    }
    #expect(try buffer.next() == nil, sourceLocation: sourceLocation)
  }

  @Test("Every method has a name of its own")
  func uniqueNames() {
    let names = Self.all.map { $0.method }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.isEmpty })
  }

  @Test("The calls tested here are all that the sources declare")
  func complete() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Sources/Border")
    var declared = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      declared += text.split(separator: ": WireCall {", omittingEmptySubsequences: false).count - 1
    }
    #expect(declared == Self.all.count)
  }

  @Test("The front desk's calls cross")
  func frontDesk() throws {
    for flags in 0..<16 {
      let card = MessageCard(
        name: "Lot Tested", mayBeRefused: flags & 1 > 0, changesState: flags & 2 > 0,
        returnsData: flags & 4 > 0, alreadyHappened: flags & 8 > 0)
      try expectCrossing(
        MessageSorterCalls.Classify(card: card), replies: [.command, .event, .query, nil])
    }
    try expectCrossing(FrontDeskCalls.Open(desk: .row), replies: [Handle(0), Handle(.max)])
    try expectCrossing(FrontDeskCalls.Open(desk: .facts), replies: [Handle(-1)])
    for event in Self.events {
      try expectCrossing(
        FrontDeskCalls.Record(desk: Handle(3), event: event),
        replies: [Ack(version: 0), Ack(version: -1)])
    }
    let figures = LotFigures(
      onHand: 70, reserved: 10, dispatched: 5, sown: 25, lost: 0, viabilityPermille: nil,
      closed: true)
    let queries: [DeskQuery] = [
      .figures, .figuresAsOf(version: -2), .movements, .testsBelow(permille: 850),
    ]
    for query in queries {
      try expectCrossing(
        FrontDeskCalls.Ask(desk: Handle(3), query: query),
        replies: [
          .figures(figures), .movements([]), .movements([1, -1]), .count(4), .unanswerable,
        ])
    }
  }

  @Test("The lot rules' calls cross, refusals by the domain and missing answers included")
  func lotRules() throws {
    let policy = VaultPolicy(reserveFloor: 10, minViabilityPermille: 850)
    try expectCrossing(LotRulesCalls.Make(policy: policy), replies: [Handle(1)])
    try expectCrossing(LotRulesCalls.InitialState(rules: Handle(1)), replies: [Handle(2)])
    for events in [[], Self.events] {
      for state in [nil, Handle(2)] {
        try expectCrossing(
          LotRulesCalls.Evolve(rules: Handle(1), state: state, events: events),
          replies: [Handle(3)])
      }
    }
    let context = DecisionContext(commandID: "c-1", now: 86_400_000, actor: "Ada")
    let commands: [LotCommand] = [
      .deposit("l", Taxon(genus: "", species: ""), seeds: 1, quarantineDays: 0),
      .recordTest(sown: 1, germinated: 0), .reserve("r", seeds: 2), .release("r"), .dispatch("r"),
      .discard(reason: "mold ☃"),
    ]
    for command in commands {
      try expectCrossing(
        LotRulesCalls.Decide(
          rules: Handle(1), state: Handle(2), command: command, context: context),
        replies: [
          .success([]), .success(Self.events), .failure(.alreadyDeposited), .failure(.unknownLot),
          .failure(.lotClosed), .failure(.invalidQuantity), .failure(.inQuarantine(until: -7)),
          .failure(.insufficientSeeds(available: -3)), .failure(.belowViability(permille: 849)),
          .failure(.requestConflict("r-1")), .failure(.unknownRequest("r-2")),
          .failure(.permitDenied),
        ])
    }
    try expectCrossing(
      LotRulesCalls.DecideEach(
        rules: Handle(1), state: Handle(2),
        questions: commands.map { .init(command: $0, context: context) }),
      replies: [[], [.success(Self.events), .failure(.lotClosed), .success([])]])
    try expectCrossing(
      LotRulesCalls.DecideAfresh(
        rules: Handle(1), history: Self.events,
        questions: commands.map { .init(command: $0, context: context) }),
      replies: [[], [.success(Self.events), .failure(.lotClosed), .success([])]])
    for state in [nil, Handle(2)] {
      try expectCrossing(
        LotRulesCalls.Live(
          rules: Handle(1), state: state,
          questions: commands.map { .init(command: $0, context: context) }),
        replies: [
          .init(decisions: [.success(Self.events), .failure(.lotClosed)], state: Handle(3)),
          .init(decisions: [], state: Handle(-1)),
        ])
    }
    try expectCrossing(
      LotRulesCalls.IsTerminal(rules: Handle(1), state: Handle(2)), replies: [true, false])
    try expectCrossing(
      LotRulesCalls.EncodeState(state: Handle(2)), replies: ["{\"a\":1}", "", nil])
    try expectCrossing(LotRulesCalls.DecodeState(text: "\u{0}[\"\\"), replies: [Handle(9), nil])
  }

  /// Every kind of error that a chain or a codec can throw.
  private static let evolutionErrors: [EvolutionError] = [
    .unknownType(SchemaKey("", .max)), .missingField(SchemaKey("lot.tested", 1), field: "at"),
    .malformed(SchemaKey("lot.tested", 1), field: ""), .ambiguousStep(SchemaKey("x", 0)),
    .stepDidNotAdvance(SchemaKey("x", -1)),
  ]

  @Test("The calls of chains and codecs cross, with steps and payloads as data")
  func evolution() throws {
    let rule = UpcastRule(
      source: SchemaKey("lot.reserved", 1),
      targets: [
        .init(
          key: SchemaKey("lot.reserved", 2),
          edits: [
            .rename("qty", to: "seeds"), .setDefault("note", .array([.null, .number(0.5)])),
            .drop("x"),
          ]), .init(key: SchemaKey("lot.noted", 1)),
      ])
    // One member at a time: calls are compared by their descriptions, and members have no order.
    let payload = JSONValue.object(["deep": .array([.object([:]), .null, .int(.max)])])
    let stored = StoredPayload(rule.source, payload)
    try expectCrossing(
      UpcasterChainCalls.Make(steps: [rule, UpcastRule(source: rule.source, targets: [])]),
      replies: [.success(Handle(3))] + Self.evolutionErrors.map { .failure($0) })
    try expectCrossing(
      UpcasterChainCalls.Upcast(chain: Handle(3), stored: stored),
      replies: [.success([]), .success([stored, StoredPayload(SchemaKey("", 0), .null)])]
        + Self.evolutionErrors.map { .failure($0) })
    try expectCrossing(LotEventCodecCalls.Open(), replies: [Handle(4)])

    let written = NewEvent(
      id: "c-1/0", type: "lot.exhausted", schema: 2, payload: payload, metadata: ["a": "b"])
    for event in Self.events {
      try expectCrossing(
        LotEventCodecCalls.Encode(codec: Handle(4), event: event, id: "c-1/0"), replies: [written])
    }
    let recorded = RecordedEvent(
      event: written, stream: "lot-tarn-17", version: 3, position: 9, recordedAt: -7)
    for mode in [ReaderMode.strict, .tolerant] {
      try expectCrossing(
        LotEventCodecCalls.Decode(codec: Handle(4), stored: [recorded, recorded], mode: mode),
        replies: [
          [], [.success(Self.events), .success([])], Self.evolutionErrors.map { .failure($0) },
        ])
    }
  }

  @Test("The record log's calls cross with every byte and every fault")
  func recordLog() throws {
    let everyByte = Array(UInt8.min...UInt8.max)
    for record in [[], everyByte] {
      try expectCrossing(
        RecordLogCalls.Append(log: Handle(1), record: record),
        replies: [
          .success(Nothing()), .failure(.notWritten), .failure(.outcomeUnknown),
          .failure(.unavailable),
        ])
    }
    try expectCrossing(
      RecordLogCalls.Records(log: Handle(1)),
      replies: [
        .success([]), .success([[], everyByte, []]), .failure(.unavailable), .failure(.notWritten),
        .failure(.outcomeUnknown),
      ])
  }

  @Test("The event store's calls cross with every expectation and every refusal")
  func eventStore() throws {
    let event = NewEvent(
      id: "e-1", type: "lot.tested", schema: 3,
      payload: .object(["note": .array([.null, .int(.max), .string("🌾\"\\\n")])]),
      metadata: ["causation": "c-1"])
    let recorded = RecordedEvent(
      event: event, stream: "lot-🌾", version: 7, position: 9, recordedAt: -1)
    let refusals: [EventStoreError] = [
      .wrongExpectedVersion(expected: .exact(3), actual: 4), .eventIDReused("e-1"),
      .storage(.notWritten), .storage(.outcomeUnknown), .storage(.unavailable),
    ]
    try expectCrossing(
      EventStoreCalls.Open(log: Handle(1)),
      replies: [.success(Handle(2))] + refusals.map { .failure($0) })
    let expectations: [ExpectedVersion] = [.any, .noStream, .streamExists, .exact(0), .exact(7)]
    for expectation in expectations {
      try expectCrossing(
        EventStoreCalls.Append(
          store: Handle(2), events: [event], stream: "", expecting: expectation,
          at: .init(rawValue: .min)),
        replies: [.success(AppendReceipt(version: 8, position: 10))]
          + refusals.map { .failure($0) })
    }
    try expectCrossing(
      EventStoreCalls.Read(store: Handle(2), stream: "lot-1", from: 0, limit: .max),
      replies: [
        .success(StreamSlice(events: [], version: 0)),
        .success(StreamSlice(events: [recorded], version: 7)), .failure(.storage(.unavailable)),
      ])
    for types in [nil, [], ["lot.tested"]] as [Set<String>?] {
      try expectCrossing(
        EventStoreCalls.Page(store: Handle(2), after: .start, limit: 1, types: types),
        replies: [
          .success(FeedPage(events: [recorded], next: 9, caughtUp: false)),
          .success(FeedPage(events: [], next: .start, caughtUp: true)),
          .failure(.storage(.unavailable)),
        ])
    }
    try expectCrossing(
      EventStoreCalls.AwaitEvents(store: Handle(2), after: 9, wait: 1), replies: [Nothing()])
    try expectCrossing(EventStoreCalls.CancelWait(wait: 1), replies: [Nothing()])
  }

  private static let stored = RecordedEvent(
    event: NewEvent(
      id: "c-1/0", type: "lot.exhausted", schema: 2,
      payload: .object(["more": .array([.null, .bool(true), .int(.min), .string("☃")])]),
      metadata: ["causation": "c-1"]),
    stream: "lot-1", version: 3, position: 7, recordedAt: -1)

  private static let faults: [StorageFault] = [.notWritten, .outcomeUnknown, .unavailable]

  @Test("The feed's calls cross with every filter, page and error")
  func feed() throws {
    let page = FeedPage(events: [Self.stored], next: 9, caughtUp: true)
    for types in [nil, [], ["lot.exhausted"]] as [Set<String>?] {
      try expectCrossing(
        EventFeedCalls.Page(feed: Handle(1), after: .start, limit: .max, types: types),
        replies: [
          .success(page), .success(FeedPage(events: [], next: 0, caughtUp: false)),
          .failure(.storage(.unavailable)), .failure(.eventIDReused("e")),
          .failure(.wrongExpectedVersion(expected: .exact(1), actual: 2)),
        ])
    }
    try expectCrossing(
      EventFeedCalls.AwaitEvents(feed: Handle(1), position: 7), replies: [Nothing()])
  }

  @Test(
    "The view store's calls cross, documents that are null and ones that are not there included")
  func views() throws {
    let document: JSONValue = .object(["": .array([.int(1), .null, .string("\u{0}")])])
    let failures: [ViewCalls.Get.Reply] = Self.faults.map { .failure($0) }
    try expectCrossing(
      ViewCalls.Get(views: Handle(1), key: ViewKey("cards", "tarn-17")),
      replies: [.success([]), .success([.null]), .success([document])] + failures)
    try expectCrossing(
      ViewCalls.All(views: Handle(1), collection: "cards"),
      replies: [.success([:]), .success(["a": document, "b": .null]), .failure(.unavailable)])
    try expectCrossing(
      ViewCalls.Checkpoint(views: Handle(1), projection: "cards"),
      replies: [.success(nil), .success(0), .success(7), .failure(.unavailable)])
    for checkpoint in [nil, 7] as [GlobalPosition?] {
      let commit = ViewCommit(
        projection: "cards",
        writes: [.put(ViewKey("cards", "b"), document), .remove(ViewKey("cards", "a"))],
        checkpoint: checkpoint)
      try expectCrossing(
        ViewCalls.Commit(views: Handle(1), commit: commit),
        replies: [.success(Nothing())] + Self.faults.map { .failure($0) })
    }
    try expectCrossing(
      ViewCalls.Clear(views: Handle(1), projection: "cards"),
      replies: [.success(Nothing())] + Self.faults.map { .failure($0) })
  }

  @Test("The codec's calls cross with every event and error")
  func codec() throws {
    for event in Self.events {
      try expectCrossing(
        EventCodecCalls.Encode(codec: Handle(1), event: event, id: "c-1/0"),
        replies: [Self.stored.event])
    }
    let key = SchemaKey("lot.tested", 1)
    for mode in [ReaderMode.strict, .tolerant] {
      try expectCrossing(
        EventCodecCalls.Decode(codec: Handle(1), stored: Self.stored, mode: mode),
        replies: [
          .success([]), .success(Self.events), .failure(.unknownType(key)),
          .failure(.missingField(key, field: "at")), .failure(.malformed(key, field: "sown")),
        ])
    }
  }

  @Test("The calls of projections and runners cross")
  func projections() throws {
    let errors: [ProjectionError] = [
      .views(.outcomeUnknown), .feed(.storage(.unavailable)), .poison(7, reason: "no \"at\""),
    ]
    try expectCrossing(
      ProjectionCalls.Writes(projection: Handle(1), event: Self.stored, reader: Handle(2)),
      replies: [.success([]), .success([.put(ViewKey("c", "d"), .null)])]
        + errors.map { .failure($0) })
    let description = ProjectionCalls.Description(
      projection: Handle(1), name: "cards", handles: ["lot.tested"])
    for window in LotProjectionCalls.Window.allCases {
      try expectCrossing(
        LotProjectionCalls.Make(window: window, codec: Handle(3)),
        replies: [description, .init(projection: Handle(-1), name: "", handles: [])])
    }
    for projection in [ProjectionRunnerCalls.Carried.own(Handle(4)), .suites(description)] {
      try expectCrossing(
        ProjectionRunnerCalls.Make(
          projection: projection, feed: Handle(1), views: Handle(2), batch: 1),
        replies: [Handle(0)])
    }
    try expectCrossing(
      ProjectionRunnerCalls.CatchUp(runner: Handle(1)),
      replies: [.success(7)] + errors.map { .failure($0) })
    try expectCrossing(
      ProjectionRunnerCalls.Rebuild(runner: Handle(1)),
      replies: [.success(0)] + errors.map { .failure($0) })
  }

  @Test(
    "The calls of routers and partitioned reads cross, with and without a router of the suite's")
  func partitions() throws {
    let statuses = [
      PartitionStatus(partition: 0, position: nil, healthy: false),
      PartitionStatus(partition: 1, position: 7, healthy: true),
    ]
    let description = ProjectionCalls.Description(
      projection: Handle(1), name: "cards", handles: ["lot.tested"])
    for router in [nil, Handle(0)] {
      try expectCrossing(
        PartitionRouterCalls.Partition(router: router, streams: ["", "lot-☃"], counts: [1, 64]),
        replies: [[], [[0, 0], [-1, 63]]])
      try expectCrossing(
        PartitionRouterCalls.Watermark(router: router, statuses: statuses), replies: [nil, 0, 7])
      try expectCrossing(
        VaultScaledReadsCalls.Make(
          router: router, feed: Handle(1), partitions: [Handle(2), Handle(3)],
          projections: [description]),
        replies: [Handle(4)])
    }
    try expectCrossing(
      VaultScaledReadsCalls.Pump(reads: Handle(4), partition: 1, limit: 100),
      replies: [
        .success(7), .failure(.views(.outcomeUnknown)), .failure(.feed(.storage(.unavailable))),
        .failure(.poison(7, reason: "no \"at\"")),
      ])
    let figures = LotFigures(
      onHand: 70, reserved: 10, dispatched: 5, sown: 25, lost: 0, viabilityPermille: nil,
      closed: true)
    let views: [VaultView?] = [
      nil, .lotCard(figures), .availability(seeds: 3, lots: ["a", "b"]), .watchlist([]),
      .request(status: "reserved", seeds: 0),
    ]
    let queries: [VaultQuery] = [
      .lotCard("a"), .availability(Taxon(genus: "Beta", species: "vulgaris")),
      .watchlist(belowPermille: 850, limit: .max), .request("r"),
    ]
    for (query, freshness) in zip(queries, [.eventual, .atLeast(0), .atLeast(7), .eventual])
      as Zip2Sequence<[VaultQuery], [Freshness]>
    {
      try expectCrossing(
        VaultScaledReadsCalls.Ask(reads: Handle(4), query: query, freshness: freshness),
        replies: views.map { .success(QueryAnswer(view: $0, asOf: 7)) } + [
          .failure(.notYet(asOf: 0)), .failure(.unavailable),
        ])
    }
    try expectCrossing(VaultScaledReadsCalls.Status(reads: Handle(4)), replies: [[], statuses])
  }

  @Test("A sign of life crosses")
  func ping() throws {
    try expectCrossing(Ping(), replies: [Nothing()])
  }

  @Test("A handle is written as a bare number and read from nothing else")
  func handles() throws {
    #expect(try JSONEncoder().encode([Handle(7), Handle(-1)]) == Data("[7,-1]".utf8))
    for text in ["\"7\"", "7.5", "null", "{\"number\":7}", "[7]", "true"] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode([Handle].self, from: Data("[\(text)]".utf8))
      }
    }
  }
}
