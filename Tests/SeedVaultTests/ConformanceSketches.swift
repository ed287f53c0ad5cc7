import CQRS
import EventSourcing
import SeedVault
import Testing

// The least code that conforms to each provided protocol, written as a learner would: outside the
// modules, with public access only. The sketches prove that the protocols can be implemented and
// used through existentials; they do not follow the contracts.

@Suite("Every provided protocol can be implemented from outside its module")
struct ConformanceTests {
  private let context = DecisionContext(commandID: "c-1", now: 5, actor: "ida")
  private let event = NewEvent(id: "e-1", type: "lot.exhausted", payload: .null)

  @Test("Record logs, snapshot stores and view stores")
  func media() async throws {
    let log: any RecordLog = SketchLog()
    try await log.append([1])
    try await #expect(log.records() == [])
    let snapshots: any SnapshotStore = SketchSnapshots()
    try await #expect(snapshots.load("lot-1") == nil)
    let views: any ViewStore = SketchViews()
    try await views.commit(ViewCommit(projection: .cards, writes: [], checkpoint: 1))
    try await views.clear(.cards)
    let reader: any ViewReader = views
    try await #expect(reader.checkpoint(of: .cards) == nil)
    await (SketchEffects() as any EffectPort).perform("courier:r-1")
  }

  @Test("Event stores as actors")
  func store() async throws {
    let type: any LogBackedEventStore.Type = SketchStore.self
    let store = try await type.open(on: SketchLog())
    let receipt = try await store.append([event], to: "lot-1", expecting: .noStream, at: 5)
    #expect(receipt.version == 1)
    try await #expect(store.read("lot-1", from: 1, limit: 9).version == 1)
    let feed: any EventFeed = store
    await feed.awaitEvents(after: .start)
    try await #expect(feed.page(after: .start, limit: 9, types: nil).caughtUp)
    await #expect(throws: EventStoreError.eventIDReused("e-1")) {
      try await store.append([event, event], to: "lot-1", expecting: .any, at: 5)
    }
  }

  @Test("Repositories, gateways and hosts from factories")
  func factories() async throws {
    let store = SketchStore()
    let repositories: any RepositoryFactory = SketchRepositories()
    let repository = repositories.make(
      SketchRules(policy: .sketch), codec: SketchCodec(), store: store,
      snapshots: SketchSnapshots(), policy: SnapshotPolicy(every: 0, stateSchema: 1))
    try await #expect(repository.load("lot-1").version == 0)

    let gateways: any GatewayFactory = SketchGateways()
    let gateway = gateways.make(
      SketchRules(policy: .sketch), codec: SketchCodec(), store: store, maxAttempts: 3)
    let envelope = CommandEnvelope(
      stream: "lot-1", command: LotCommand.release("r-1"), context: context)
    await #expect(throws: GatewayError<LotRejection>.refused(.unknownLot)) {
      try await gateway.send(envelope)
    }

    let hosts: any ProcessHostFactory = SketchHosts()
    let host = try await hosts.open(SketchDistribution(), on: SketchLog())
    let delivery = Delivery(messageID: "m-1", input: DistributionInput.clock("r-1", now: 5))
    try await #expect(host.deliver(delivery).map(\.output) == [.notify("r-1", fulfilled: false)])
    try await host.confirm("m-1/0")
    try await #expect(host.unconfirmed() == [])
  }

  @Test("Rules, codecs and upcasters")
  func rules() throws {
    let rules: any LotRules = SketchRules(policy: .sketch)
    #expect(throws: LotRejection.unknownLot) { try reject(rules) }
    let codec: any EventCodec<LotEvent> = SketchCodec()
    let stored = codec.encode(.exhausted(at: 1), id: "e-1")
    let recorded = RecordedEvent(
      event: stored, stream: "lot-1", version: 1, position: 1, recordedAt: 1)
    try #expect(codec.decode(recorded, mode: .tolerant) == [])
    let chains: any UpcasterChain.Type = SketchChain.self
    let payload = StoredPayload(SchemaKey("a", 1), .null)
    let steps: [any Upcaster] = [SketchUpcaster(), UpcastRule(source: payload.key, targets: [])]
    try #expect(chains.make(steps).upcast(payload) == [payload])
    try #expect(SketchUpcaster().upcast(.null) == [])
  }

  @Test("Sorters, desks and auditors")
  func desks() async {
    let sorter: any MessageSorter = SketchSorter()
    let card = MessageCard(
      name: "", mayBeRefused: false, changesState: false, returnsData: true,
      alreadyHappened: false)
    #expect(sorter.classify(card) == .query)
    let desk: any FrontDesk = SketchFrontDesk()
    #expect(await desk.record(.exhausted(at: 1)) == Ack(version: 1))
    #expect(await desk.ask(.movements) == .unanswerable)
    let auditor: any HistoryAuditor = SketchAuditor(rules: SketchRuleBook())
    #expect(auditor.fromEvents([]) == .none)
    #expect(await auditor.live([], under: .sketch, effects: SketchEffects()) == [])
    #expect(await auditor.replay([], under: .sketch, effects: SketchEffects()) == [])
    #expect(auditor.divergences([], from: .sketch, to: .sketch) == [])
  }

  @Test("Projections, runners and query desks")
  func projections() async throws {
    let projection: any Projection = SketchProjection(codec: SketchCodec())
    #expect(projection.name == .cards)
    let runner: any ProjectionRunner = SketchRunner(
      projection, feed: SketchStore(), views: SketchViews(), batch: 10)
    try await #expect(runner.catchUp() == .start)
    try await #expect(runner.rebuild() == .start)
    let desk: any QueryDesk<VaultQuery, VaultView> = SketchQueryDesk(views: SketchViews())
    try await #expect(desk.ask(.lotCard("a"), freshness: .eventual).view == nil)
    let vaultDesk: any VaultQueryDesk = SketchQueryDesk(views: SketchViews())
    await #expect(throws: QueryError.notYet(asOf: .start)) {
      try await vaultDesk.ask(.lotCard("a"), freshness: .atLeast(1))
    }
  }

  @Test("Routers and partitioned reads")
  func partitions() async throws {
    let router: any PartitionRouter = SketchRouter()
    #expect(router.partition(of: "lot-1", count: 4) == 0)
    #expect(router.watermark([]) == nil)
    let reads: any VaultScaledReads = SketchReads(
      router: router, feed: SketchStore(), partitions: [SketchViews()],
      projections: [SketchProjection(codec: SketchCodec())])
    try await #expect(reads.pump(partition: 0, limit: 10) == .start)
    try await #expect(reads.ask(.request("r-1"), freshness: .eventual).view == nil)
    #expect(await reads.status() == [])
  }

  @Test("Process managers")
  func processes() {
    let process: any DistributionProcess = SketchDistribution()
    #expect(process.correlate(.clock("r-1", now: 5)) == "r-1")
  }

  /// Sends a command to rules of which only the protocol is known.
  private func reject(_ rules: some LotRules) throws(LotRejection) -> [LotEvent] {
    try rules.decide(.release("r-1"), in: rules.initialState, context: context)
  }
}

// MARK: - Provided media

private struct SketchLog: RecordLog {
  func append(_ record: [UInt8]) async throws(StorageFault) {}

  func records() async throws(StorageFault) -> [[UInt8]] {
    []
  }
}

private struct SketchSnapshots: SnapshotStore {
  func load(_ stream: StreamID) async throws(StorageFault) -> Snapshot? {
    nil
  }

  func save(_ snapshot: Snapshot) async throws(StorageFault) {}
}

private actor SketchViews: ViewStore {
  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    nil
  }

  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    [:]
  }

  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    nil
  }

  func commit(_ commit: ViewCommit) async throws(StorageFault) {}

  func clear(_ projection: ProjectionName) async throws(StorageFault) {}
}

private struct SketchEffects: EffectPort {
  func perform(_ effect: String) async {}
}

private struct SketchRuleBook: RuleBook {
  func decide(
    _ command: LotCommand,
    after history: [LotEvent],
    context: DecisionContext,
    under policy: VaultPolicy
  ) throws(LotRejection) -> [LotEvent] {
    throw .unknownLot
  }

  func figures(of history: [LotEvent]) -> LotFigures {
    .none
  }
}

// MARK: - Event sourcing

private actor SketchStore: LogBackedEventStore {
  private var version = StreamVersion.empty

  static func open(on log: any RecordLog) async throws(EventStoreError) -> SketchStore {
    do {
      _ = try await log.records()
    } catch {
      throw .storage(error)
    }
    return SketchStore()
  }

  func append(
    _ events: [NewEvent],
    to stream: StreamID,
    expecting: ExpectedVersion,
    at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    if events.count > 1 { throw .eventIDReused(events[0].id) }
    version = StreamVersion(rawValue: version.rawValue + events.count)
    return AppendReceipt(version: version, position: .start)
  }

  func read(_ stream: StreamID, from: StreamVersion, limit: Int)
    async throws(EventStoreError) -> StreamSlice
  {
    StreamSlice(events: [], version: version)
  }

  func page(after: GlobalPosition, limit: Int, types: Set<String>?)
    async throws(EventStoreError) -> FeedPage
  {
    FeedPage(events: [], next: after, caughtUp: true)
  }

  func awaitEvents(after position: GlobalPosition) async {}
}

private struct SketchRules: LotRules {
  let initialState = LotFigures.none

  init(policy: VaultPolicy) {}

  func decide(_ command: LotCommand, in state: LotFigures, context: DecisionContext)
    throws(LotRejection) -> [LotEvent]
  {
    throw .unknownLot
  }

  func evolve(_ state: LotFigures, _ event: LotEvent) -> LotFigures {
    state
  }

  func isTerminal(_ state: LotFigures) -> Bool {
    state.closed
  }
}

private struct SketchRepositories: RepositoryFactory {
  func make<D: Decider>(
    _ decider: D,
    codec: any EventCodec<D.Event>,
    store: any EventStore,
    snapshots: any SnapshotStore,
    policy: SnapshotPolicy
  ) -> any AggregateRepository<D> {
    SketchRepository(decider: decider)
  }
}

private struct SketchRepository<D: Decider>: AggregateRepository {
  let decider: D

  func load(_ stream: StreamID) async throws(RepositoryError) -> Loaded<D.State> {
    Loaded(state: decider.initialState, version: .empty)
  }

  func append(
    _ events: [D.Event],
    to stream: StreamID,
    at loaded: Loaded<D.State>,
    context: DecisionContext
  ) async throws(RepositoryError) -> Loaded<D.State> {
    loaded
  }
}

private struct SketchUpcaster: Upcaster {
  let source = SchemaKey("lot.shelfMoved", 1)

  func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload] {
    []
  }
}

private struct SketchChain: UpcasterChain {
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> SketchChain {
    SketchChain()
  }

  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    [stored]
  }
}

private struct SketchCodec: LotEventCodec {
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    NewEvent(id: id, type: "lot.exhausted", payload: .null)
  }

  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    []
  }
}

// MARK: - Front desk and auditing

private struct SketchSorter: MessageSorter {
  func classify(_ card: MessageCard) -> MessageKind? {
    card.returnsData ? .query : nil
  }
}

private actor SketchFrontDesk: FrontDesk {
  private var version = 0

  func record(_ event: LotEvent) async -> Ack {
    version += 1
    return Ack(version: version)
  }

  func ask(_ query: DeskQuery) async -> DeskAnswer {
    .unanswerable
  }
}

private struct SketchAuditor: HistoryAuditor {
  let rules: any RuleBook

  func fromEvents(_ events: [LotEvent]) -> LotFigures {
    rules.figures(of: events)
  }

  func live(_ commands: [CommandRecord], under policy: VaultPolicy, effects: any EffectPort)
    async -> [CommandFate]
  {
    []
  }

  func replay(_ commands: [CommandRecord], under policy: VaultPolicy, effects: any EffectPort)
    async -> [CommandFate]
  {
    []
  }

  func divergences(_ commands: [CommandRecord], from: VaultPolicy, to: VaultPolicy)
    -> [Divergence]
  {
    []
  }
}

// MARK: - Commands and queries

private struct SketchGateways: GatewayFactory {
  func make<D: Decider>(
    _ decider: D,
    codec: any EventCodec<D.Event>,
    store: any EventStore,
    maxAttempts: Int
  ) -> any CommandGateway<D> {
    SketchGateway(decider: decider)
  }
}

private struct SketchGateway<D: Decider>: CommandGateway {
  let decider: D

  func send(_ envelope: CommandEnvelope<D.Command>)
    async throws(GatewayError<D.Rejection>) -> CommandReceipt
  {
    do {
      _ = try decider.decide(
        envelope.command, in: decider.initialState, context: envelope.context)
    } catch {
      throw .refused(error)
    }
    return CommandReceipt(commandID: envelope.context.commandID, version: 0, position: .start)
  }
}

private struct SketchProjection: LotProjection {
  let name = ProjectionName.cards
  let handles: Set<String> = ["lot.exhausted"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    []
  }
}

private struct SketchRunner: ProjectionRunner {
  init(_ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int) {}

  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    .start
  }

  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    .start
  }
}

private struct SketchQueryDesk: VaultQueryDesk {
  init(views: any ViewReader) {}

  func ask(_ query: VaultQuery, freshness: Freshness)
    async throws(QueryError) -> QueryAnswer<VaultView>
  {
    if case .atLeast = freshness { throw .notYet(asOf: .start) }
    return QueryAnswer(view: nil, asOf: .start)
  }
}

// MARK: - Processes and partitions

private struct SketchDistribution: DistributionProcess {
  let initialState = 0

  func correlate(_ input: DistributionInput) -> ProcessID? {
    "r-1"
  }

  func evolve(_ state: Int, _ input: DistributionInput) -> Int {
    state + 1
  }

  func react(to input: DistributionInput, in state: Int) -> [DistributionOutput] {
    [.notify("r-1", fulfilled: false)]
  }

  func isComplete(_ state: Int) -> Bool {
    state > 0
  }
}

private struct SketchHosts: ProcessHostFactory {
  func open<P: ProcessManager>(_ manager: P, on log: any RecordLog)
    async throws(StorageFault) -> any ProcessHost<P>
  {
    SketchHost(manager: manager)
  }
}

private actor SketchHost<P: ProcessManager>: ProcessHost {
  let manager: P

  init(manager: P) {
    self.manager = manager
  }

  func deliver(_ delivery: Delivery<P.Input>) async throws(StorageFault) -> [Issued<P.Output>] {
    manager.react(to: delivery.input, in: manager.initialState).map {
      Issued(commandID: "m-1/0", output: $0)
    }
  }

  func unconfirmed() async throws(StorageFault) -> [Issued<P.Output>] {
    []
  }

  func confirm(_ commandID: CommandID) async throws(StorageFault) {}
}

private struct SketchRouter: PartitionRouter {
  func partition(of stream: StreamID, count: Int) -> Int {
    0
  }

  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    nil
  }
}

private struct SketchReads: VaultScaledReads {
  init(
    router: any PartitionRouter,
    feed: any EventFeed,
    partitions: [any ViewStore],
    projections: [any Projection]
  ) {}

  func pump(partition: Int, limit: Int) async throws(ProjectionError) -> GlobalPosition {
    .start
  }

  func ask(_ query: VaultQuery, freshness: Freshness)
    async throws(QueryError) -> QueryAnswer<VaultView>
  {
    QueryAnswer(view: nil, asOf: .start)
  }

  func status() async -> [PartitionStatus] {
    []
  }
}

// MARK: - Values

extension VaultPolicy {
  /// A policy that forbids nothing.
  fileprivate static let sketch = VaultPolicy(reserveFloor: 0, minViabilityPermille: 0)
}

extension LotFigures {
  /// The figures of a lot without a history.
  fileprivate static let none = LotFigures(
    onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil,
    closed: false)
}
