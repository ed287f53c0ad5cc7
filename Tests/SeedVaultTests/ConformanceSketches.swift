import CQRS
import EventSourcing
import SeedVault

// The least code that conforms to each provided protocol, written as a learner would: outside the
// modules, with public access only. The sketches prove that the protocols can be implemented and
// used through existentials; they do not follow the contracts.

// MARK: - Provided media

struct SketchLog: RecordLog {
  func append(_ record: [UInt8]) async throws(StorageFault) {}

  func records() async throws(StorageFault) -> [[UInt8]] {
    []
  }
}

struct SketchSnapshots: SnapshotStore {
  func load(_ stream: StreamID) async throws(StorageFault) -> Snapshot? {
    nil
  }

  func save(_ snapshot: Snapshot) async throws(StorageFault) {}
}

actor SketchViews: ViewStore {
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

struct SketchEffects: EffectPort {
  func perform(_ effect: String) async {}
}

struct SketchRuleBook: RuleBook {
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

actor SketchStore: LogBackedEventStore {
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

struct SketchRules: LotRules {
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

struct SketchRepositories: RepositoryFactory {
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

struct SketchRepository<D: Decider>: AggregateRepository {
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

struct SketchUpcaster: Upcaster {
  let source = SchemaKey("lot.shelfMoved", 1)

  func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload] {
    []
  }
}

struct SketchChain: UpcasterChain {
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> SketchChain {
    SketchChain()
  }

  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    [stored]
  }
}

struct SketchCodec: LotEventCodec {
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    NewEvent(id: id, type: "lot.exhausted", payload: .null)
  }

  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    []
  }
}

// MARK: - Front desk and auditing

struct SketchSorter: MessageSorter {
  func classify(_ card: MessageCard) -> MessageKind? {
    card.returnsData ? .query : nil
  }
}

actor SketchFrontDesk: FrontDesk {
  private var version = 0

  func record(_ event: LotEvent) async -> Ack {
    version += 1
    return Ack(version: version)
  }

  func ask(_ query: DeskQuery) async -> DeskAnswer {
    .unanswerable
  }
}

struct SketchAuditor: HistoryAuditor {
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

struct SketchGateways: GatewayFactory {
  func make<D: Decider>(
    _ decider: D,
    codec: any EventCodec<D.Event>,
    store: any EventStore,
    maxAttempts: Int
  ) -> any CommandGateway<D> {
    SketchGateway(decider: decider)
  }
}

struct SketchGateway<D: Decider>: CommandGateway {
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

struct SketchProjection: LotProjection {
  let name = ProjectionName.cards
  let handles: Set<String> = ["lot.exhausted"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    []
  }
}

struct SketchRunner: ProjectionRunner {
  init(_ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int) {}

  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    .start
  }

  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    .start
  }
}

struct SketchQueryDesk: VaultQueryDesk {
  init(views: any ViewReader) {}

  func ask(_ query: VaultQuery, freshness: Freshness)
    async throws(QueryError) -> QueryAnswer<VaultView>
  {
    if case .atLeast = freshness { throw .notYet(asOf: .start) }
    return QueryAnswer(view: nil, asOf: .start)
  }
}

// MARK: - Processes and partitions

struct SketchDistribution: DistributionProcess {
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

struct SketchHosts: ProcessHostFactory {
  func open<P: ProcessManager>(_ manager: P, on log: any RecordLog)
    async throws(StorageFault) -> any ProcessHost<P>
  {
    SketchHost(manager: manager)
  }
}

actor SketchHost<P: ProcessManager>: ProcessHost {
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

struct SketchRouter: PartitionRouter {
  func partition(of stream: StreamID, count: Int) -> Int {
    0
  }

  func watermark(_ statuses: [PartitionStatus]) -> GlobalPosition? {
    nil
  }
}

struct SketchReads: VaultScaledReads {
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
  static let sketch = VaultPolicy(reserveFloor: 0, minViabilityPermille: 0)
}

extension LotFigures {
  /// The figures of a lot without a history.
  static let none = LotFigures(
    onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil,
    closed: false)
}
