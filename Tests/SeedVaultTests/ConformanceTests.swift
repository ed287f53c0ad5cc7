import CQRS
import EventSourcing
import SeedVault
import Testing

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
