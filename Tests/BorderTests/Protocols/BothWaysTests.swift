import CQRS
import EventSourcing
import SeedVault
import Testing

@testable import Border

@Suite("A protocol crosses the border the same in both directions", .timeLimit(.minutes(10)))
struct BothWaysTests {
  private static let key = ViewKey("cards", "tarn-17")
  private static let event = RecordedEvent(
    event: NewEvent(id: "e-1", type: "lot.exhausted", payload: .int(5)), stream: "lot-1",
    version: 1, position: 7, recordedAt: 0)

  /// Two peers, of which one holds for the other, each way round.
  private static func directions() -> [(holder: MemoryPeer, caller: MemoryPeer)] {
    let (one, two) = MemoryPeer.pair()
    return [(one, two), (two, one)]
  }

  @Test("Views are read and changed where they are held")
  func views() async throws {
    for (holder, caller) in Self.directions() {
      let store = SampleViews()
      let remote = RemoteViewStore(holder.hold(store), in: caller)
      #expect(try await remote.get(Self.key) == nil)
      try await remote.commit(
        ViewCommit(
          projection: .cards,
          writes: [.put(Self.key, .null), .put(ViewKey("cards", "b"), .int(1))], checkpoint: 7))
      #expect(try await store.checkpoint(of: .cards) == 7)
      #expect(try await remote.get(Self.key) == .null)
      let reader = RemoteViewReader(holder.hold(reader: store), in: caller)
      #expect(try await reader.all(in: "cards") == ["tarn-17": .null, "b": .int(1)])
      #expect(try await reader.checkpoint(of: .cards) == 7)
      try await remote.clear(.cards)
      #expect(try await store.all(in: "cards").isEmpty)
      #expect(caller.faults.isEmpty)
    }
  }

  @Test("A fault of the store is thrown as it is")
  func storageFaults() async throws {
    for (holder, caller) in Self.directions() {
      let remote = RemoteViewStore(
        holder.hold(SampleViews(failing: .outcomeUnknown)), in: caller)
      await #expect(throws: StorageFault.outcomeUnknown) { try await remote.get(Self.key) }
      await #expect(throws: StorageFault.outcomeUnknown) { try await remote.clear(.cards) }
      #expect(caller.faults.isEmpty)
    }
  }

  @Test("Views that a peer has lent for reading are no store when they are held again")
  func readers() async throws {
    for (holder, caller) in Self.directions() {
      _ = holder.hold(SampleViews())
      let far = RemoteViewReader(Handle(0), in: caller)
      let handle = holder.hold(reader: far)
      await #expect(throws: StorageFault.notWritten) {
        try await RemoteViewStore(handle, in: caller).clear(.cards)
      }
      #expect(caller.faults == [.refused("nothing has the handle \(handle.number)")])
    }
  }

  @Test("A projection reads through the caller's reader while it is asked")
  func projection() async throws {
    for (holder, caller) in Self.directions() {
      let codec = RemoteEventCodec(caller.hold(SampleCodec()), in: holder)
      let remote = RemoteProjection(holder.hold(SampleWindow<Card>(codec: codec)), in: caller)
      #expect(remote.name == "card")
      #expect(remote.handles == ["lot.exhausted"])
      let views = SampleViews()
      let count = ViewKey("card", "count")
      try await views.commit(
        ViewCommit(projection: "card", writes: [.put(count, .int(4))], checkpoint: 6))
      #expect(
        try await remote.writes(for: Self.event, reading: views) == [.put(count, .int(5))])
      #expect(caller.faults.isEmpty)
      #expect(holder.faults.isEmpty)
    }
  }

  @Test("Codecs and routers answer while the caller's thread waits")
  func atOnce() throws {
    for (holder, caller) in Self.directions() {
      let codec = RemoteEventCodec(holder.hold(SampleCodec()), in: caller)
      #expect(codec.encode(.exhausted(at: 5), id: "e-1").payload == .int(5))
      #expect(try codec.decode(Self.event, mode: .strict) == [.exhausted(at: 5)])
      var unknown = Self.event
      unknown.event.type = "lot.lost"
      #expect(throws: EvolutionError.unknownType(SchemaKey("lot.lost", 1))) {
        try codec.decode(unknown, mode: .strict)
      }
      let router = RemotePartitionRouter(holder.hold(SampleRouter()), in: caller)
      #expect(router.partition(of: "lot-7", count: 3) == 2)
      let statuses = [PartitionStatus(partition: 0, position: 7, healthy: true)]
      #expect(router.watermark(statuses) == 7)
      #expect(caller.faults.isEmpty)
    }
  }

  @Test("A router that is held is asked once for each stream")
  func askedOnce() {
    let (holder, caller) = MemoryPeer.pair()
    let router = RemotePartitionRouter(holder.hold(SampleRouter()), in: caller)
    #expect(router.partition(of: "lot-7", count: 3) == 2)
    caller.breakOff()
    #expect(router.partition(of: "lot-7", count: 3) == 2)
    #expect(router.partition(of: "lot-8", count: 3) == -1)
    #expect(caller.faults == [.broken])
  }

  @Test(
    "A router is not asked what it would trap on",
    arguments: [
      .init(router: Handle(0), streams: ["a"], counts: [0]),
      .init(router: Handle(0), streams: ["a", "b"], counts: [1]),
      .init(router: Handle(0), streams: ["a"], counts: []),
      .init(router: nil, streams: ["a"], counts: [1]),
    ] as [PartitionRouterCalls.Partition])
  func hostile(call: PartitionRouterCalls.Partition) throws {
    for (holder, caller) in Self.directions() {
      _ = holder.hold(SampleRouter())
      let error = #expect(throws: MemoryPeer.Fault.self) { try caller.call(call) as [[Int]] }
      let reason =
        call.router == nil ? "nothing has the handle -1" : "sent bytes that are not a frame"
      #expect(error == .refused(reason))
    }
  }

  @Test("A submission's services answer a peer in memory as they answer a pipe")
  func services() async throws {
    let (suite, worker) = MemoryPeer.pair()
    WorkerService.frontDesks(row: RowDesk.self, facts: FactDesk.self).begin(worker)
    WorkerService.eventStore(SampleStore.self).begin(worker)
    let desk = RemoteRowDesk(in: suite)
    #expect(await desk.record(.exhausted(at: 1)) == Ack(version: 1))
    #expect(await desk.ask(.figures) == .count(1))
    let log = SampleLog(records: [[1], [2], [3]])
    let store = try await RemoteEventStore.open(on: log, in: suite)
    let receipt = try await store.append([], to: "lot-1", expecting: .any, at: 9)
    #expect(receipt == AppendReceipt(version: 3, position: 9))
    #expect(suite.faults.isEmpty)
  }
}

/// A record log that holds what it was given.
private struct SampleLog: RecordLog {
  let stored: [[UInt8]]

  init(records: [[UInt8]]) {
    stored = records
  }

  func append(_ record: [UInt8]) async throws(StorageFault) { throw .notWritten }

  func records() async throws(StorageFault) -> [[UInt8]] { stored }
}
