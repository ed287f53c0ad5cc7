import CQRS
import EventSourcing
import SeedVault
import Testing

@testable import Border

@Suite("Remote objects of a broken peer answer harmlessly", .timeLimit(.minutes(10)))
struct BrokenPeerTests {
  /// A peer that has broken.
  private let peer: MemoryPeer

  init() {
    (peer, _) = MemoryPeer.pair()
    peer.breakOff()
  }

  @Test("There are no documents, and nothing is written")
  func views() async throws {
    let store = RemoteViewStore(Handle(0), in: peer)
    let reader = RemoteViewReader(Handle(0), in: peer)
    for views in [store, reader] as [any ViewReader] {
      #expect(try await views.get(ViewKey("a", "b")) == nil)
      #expect(try await views.all(in: "a").isEmpty)
      #expect(try await views.checkpoint(of: .cards) == nil)
    }
    let commit = ViewCommit(projection: .cards, writes: [], checkpoint: 1)
    await #expect(throws: StorageFault.notWritten) { try await store.commit(commit) }
    await #expect(throws: StorageFault.notWritten) { try await store.clear(.cards) }
    #expect(peer.faults == Array(repeating: .broken, count: 8))
  }

  @Test("Logs, feeds and stores are down, and waits end")
  func storage() async throws {
    let log = RemoteRecordLog(Handle(0), in: peer)
    await #expect(throws: StorageFault.unavailable) { try await log.append([1]) }
    await #expect(throws: StorageFault.unavailable) { try await log.records() }
    let feed = RemoteEventFeed(Handle(0), in: peer)
    await feed.awaitEvents(after: .start)
    await #expect(throws: EventStoreError.storage(.unavailable)) {
      try await feed.page(after: .start, limit: 1, types: nil)
    }
    await #expect(throws: EventStoreError.storage(.unavailable)) {
      try await RemoteEventStore.open(on: log, in: peer)
    }
  }

  @Test("Projections change nothing, codecs read nothing, routers know no partition")
  func asked() async throws {
    let codec = RemoteEventCodec(Handle(0), in: peer)
    #expect(codec.encode(.exhausted(at: 1), id: "e") == NewEvent(id: "e", type: "", payload: .null))
    let projection = RemoteCards(codec: codec, in: peer)
    #expect(projection.name == "")
    #expect(projection.handles.isEmpty)
    let event = RecordedEvent(
      event: NewEvent(id: "e", type: "t", payload: .null), stream: "s", version: 1, position: 1,
      recordedAt: 1)
    let reader = RemoteViewReader(Handle(0), in: peer)
    #expect(try await projection.writes(for: event, reading: reader).isEmpty)
    #expect(try codec.decode(event, mode: .strict).isEmpty)
    #expect(try RemoteLotEventCodec(in: peer).decode(event, mode: .strict).isEmpty)
    let router = RemotePartitionRouter(in: peer)
    #expect(router.partition(of: "s", count: 2) == -1)
    #expect(router.watermark([]) == nil)
  }

  @Test("Rules decide nothing, desks answer nothing, runners stay at the start")
  func learners() async throws {
    let rules = RemoteLotRules(
      policy: VaultPolicy(reserveFloor: 1, minViabilityPermille: 1), in: peer)
    let context = DecisionContext(commandID: "c", now: 1, actor: "a")
    let state = rules.fold([.exhausted(at: 1)])
    #expect(try rules.decide(.release("r"), in: state, context: context).isEmpty)
    #expect(rules.decide(each: [(.release("r"), context)], in: state) == [.success([])])
    #expect(!rules.isTerminal(state))
    #expect(rules.encoded(state) == nil)
    #expect(RemoteMessageSorter(in: peer).classify(Self.card) == nil)
    #expect(await RemoteFactDesk(in: peer).record(.exhausted(at: 1)) == Ack(version: -1))
    #expect(await RemoteRowDesk(in: peer).ask(.figures) == .unanswerable)
    let feed = RemoteEventFeed(Handle(0), in: peer)
    let views = RemoteViewStore(Handle(0), in: peer)
    let codec = RemoteEventCodec(Handle(0), in: peer)
    let runner = RemoteProjectionRunner(
      RemoteCards(codec: codec, in: peer), feed: feed, views: views, batch: 1, in: peer)
    #expect(try await runner.catchUp() == .start)
    #expect(try await runner.rebuild() == .start)
    let reads = RemoteScaledReads(
      router: RemotePartitionRouter(in: peer), feed: feed, partitions: [views], projections: [],
      in: peer)
    #expect(try await reads.pump(partition: 0, limit: 1) == .start)
    #expect(
      try await reads.ask(.lotCard("7"), freshness: .eventual)
        == QueryAnswer(view: nil, asOf: .start))
    #expect(await reads.status().isEmpty)
  }

  private static let card = MessageCard(
    name: "x", mayBeRefused: false, changesState: false, returnsData: false, alreadyHappened: false)

  @Test("A peer that breaks during a call ends the wait")
  func breaking() async throws {
    let (caller, holder) = MemoryPeer.pair()
    let (asked, over) = (Gate(), Gate())
    holder.serve(Probe.self) { probe in
      await asked.open()
      await over.pass()
      return probe.text
    }
    let waiting = Task { await caller.answer(to: Probe(text: "x"), otherwise: "stand-in") }
    await asked.pass()
    caller.breakOff()
    #expect(await waiting.value == "stand-in")
    #expect(caller.faults == [.broken])
    await over.open()
  }
}
