import CQRS
import EventSourcing
import ExampleSupport
import SeedVault
import Synchronization
import Testing

#if GRADER
  import SuiteSupport
#else
  @testable import ManyReadersExercise

  /// Examples of partitioned reads, which count when you are graded.
  @Suite("ManyReaders examples", .guided, .timeLimit(.minutes(1))) struct ManyReadersExamples {}
#endif

extension ManyReadersExamples {
  @Test("Every stream has a partition, and the streams are spread", .needs("partition"))
  func partitions() {
    let router = VaultRouter()
    let streams = (1...100).map { StreamID(rawValue: "lot-tarn-\($0)") } + ["", "🌾"]
    var used: Set<Int> = []
    for stream in streams {
      let partition = router.partition(of: stream, count: 8)
      #expect((0..<8).contains(partition), "the stream \"\(stream)\" has a partition in 0..<8")
      used.insert(partition)
    }
    #expect(used.count == 8, "of some hundred streams, each of 8 partitions gets one")
    #expect(router.partition(of: "lot-tarn-1", count: 1) == 0, "there is only one partition")
  }

  @Test("The slowest partition decides how far all have come", .needs("watermark"))
  func watermark() {
    let router = VaultRouter()
    var statuses = [
      PartitionStatus(partition: 0, position: 30, healthy: true),
      PartitionStatus(partition: 1, position: 12, healthy: false),
      PartitionStatus(partition: 2, position: 57, healthy: true),
    ]
    #expect(router.watermark(statuses) == 12, "all of them have seen the events up to 12")
    statuses[2].position = nil
    #expect(router.watermark(statuses) == nil, "one of them has seen nothing yet")
  }

  @Test("A pump applies its own events and passes the others'", .needs("partition", "pump"))
  func pump() async throws {
    let vault = try ExampleVault()
    let reached = try await vault.reads.pump(partition: 1, limit: 3)
    #expect(reached == 30, "three events were taken from the feed, the last one at 30")
    let cards = try await vault.views[1].all(in: "cards")
    #expect(
      Set(cards.keys) == [vault.lots[1].rawValue], "of the first three events, one is of its lot")
    let checkpoint = try await vault.views[1].checkpoint(of: .cards)
    #expect(checkpoint == 30, "the checkpoint passes the foreign events, too")
    let other = try await vault.views[0].checkpoint(of: .cards)
    #expect(other == nil, "the other partition has not been pumped")
  }

  @Test("A lot's card needs its own partition only", .needs("partition", "pump", "ask"))
  func oneLot() async throws {
    let vault = try ExampleVault()
    _ = try await vault.reads.pump(partition: 0, limit: 100)
    let answer = try await vault.reads.ask(.lotCard(vault.lots[0]), freshness: .atLeast(60))
    #expect(answer.asOf == 60, "its partition has come to the end of the feed, at 60")
    #expect(answer.view != nil, "the lot came into the vault at 10")
    vault.views[1].isDown.withLock { $0 = true }
    let again = try await vault.reads.ask(.lotCard(vault.lots[0]), freshness: .eventual)
    #expect(again == answer, "the other partition is down, and that makes no difference")
    await #expect(throws: QueryError.unavailable, "this lot's partition is down") {
      try await vault.reads.ask(.lotCard(vault.lots[1]), freshness: .eventual)
    }
  }

  @Test(
    "A question about all lots is answered as of the slowest partition",
    .needs("partition", "pump", "ask"))
  func allLots() async throws {
    let vault = try ExampleVault()
    _ = try await vault.reads.pump(partition: 0, limit: 100)
    _ = try await vault.reads.pump(partition: 1, limit: 4)
    let answer = try await vault.reads.ask(.availability(barley), freshness: .atLeast(40))
    #expect(answer.asOf == 40, "partition 0 is at 60 and partition 1 at 40")
    #expect(
      answer.view == .availability(seeds: 31, lots: vault.lots[0...4].sorted()),
      "the lots of partition 0 up to 60, and those of partition 1 up to 40")
    await #expect(throws: QueryError.notYet(asOf: 40), "40 is too old for who wants 41") {
      try await vault.reads.ask(.availability(barley), freshness: .atLeast(41))
    }
  }

  @Test("Without one of the partitions there is no total", .needs("partition", "pump", "ask"))
  func noPartialAnswer() async throws {
    let vault = try ExampleVault()
    for partition in [0, 1] { _ = try await vault.reads.pump(partition: partition, limit: 100) }
    let answer = try await vault.reads.ask(.availability(barley), freshness: .eventual)
    #expect(
      answer.view == .availability(seeds: 63, lots: vault.lots.sorted()),
      "all six lots together have 1 + 2 + 4 + 8 + 16 + 32 seeds")
    vault.views[0].isDown.withLock { $0 = true }
    await #expect(throws: QueryError.unavailable, "half of a total looks just like a total") {
      try await vault.reads.ask(.availability(barley), freshness: .eventual)
    }
  }

  @Test("A partition that works again is healthy again", .needs("partition", "pump", "status"))
  func recovery() async throws {
    let vault = try ExampleVault()
    for partition in [0, 1] { _ = try await vault.reads.pump(partition: partition, limit: 100) }
    vault.views[1].isDown.withLock { $0 = true }
    let sick = await vault.reads.status()
    #expect(
      sick == [
        PartitionStatus(partition: 0, position: 60, healthy: true),
        PartitionStatus(partition: 1, position: nil, healthy: false),
      ], "nobody can tell where partition 1 is")
    vault.views[1].isDown.withLock { $0 = false }
    let well = await vault.reads.status()
    #expect(
      well == [
        PartitionStatus(partition: 0, position: 60, healthy: true),
        PartitionStatus(partition: 1, position: 60, healthy: true),
      ], "that it was down once does not matter any more")
  }
}

// MARK: - The vault of the examples

/// The kind of plant of all lots.
private let barley = Taxon(genus: "Hordeum", species: "vulgare")

/// Six lots of barley that came in one after the other, at 10 to 60, with 1, 2, 4, 8, 16 and 32
/// seeds; by your router they belong to partitions 0 and 1 in turn.
private struct ExampleVault {
  /// The lots in the order in which they came.
  let lots: [LotID]
  /// The view stores of the two partitions.
  let views = [ExampleViews(), ExampleViews()]
  /// Your read side.
  let reads: VaultReads

  /// Fills the vault.
  init() throws {
    let router = VaultRouter()
    var numbers = (1...1000).makeIterator()
    var lots: [LotID] = []
    for place in [0, 1, 0, 1, 0, 1] {
      var lot: LotID?
      while lot == nil, let number = numbers.next() {
        let candidate = LotID(rawValue: "tarn-\(number)")
        if router.partition(of: candidate.stream, count: 2) == place { lot = candidate }
      }
      lots.append(try #require(lot, "the router gives some lot to partition \(place)"))
    }
    self.lots = lots
    let events = lots.enumerated().map { index, lot in
      RecordedEvent(
        event: NewEvent(
          id: EventID(rawValue: "c-\(index)/0"), type: "lot.deposited", schema: 3,
          payload: .object([
            "lot": .string(lot.rawValue), "genus": .string(barley.genus),
            "species": .string(barley.species), "seeds": .int(1 << index),
            "quarantineEndsAt": .int(0), "at": .int(0),
          ])),
        stream: lot.stream, version: 1,
        position: GlobalPosition(rawValue: Int64(index + 1) * 10), recordedAt: 0)
    }
    reads = VaultReads(
      router: router, feed: ExampleFeed(events: events), partitions: views,
      projections: [
        DepositsOnly(name: .cards), DepositsOnly(name: .availability),
      ])
  }
}

/// A feed of a few events in memory.
private struct ExampleFeed: EventFeed {
  let events: [RecordedEvent]

  func page(after: GlobalPosition, limit: Int, types: Set<String>?)
    async throws(EventStoreError) -> FeedPage
  {
    let matching = events.filter { $0.position > after && types?.contains($0.event.type) ?? true }
    let page = Array(matching.prefix(max(limit, 0)))
    let isCaughtUp = page.count == matching.count
    let last = isCaughtUp ? events.last : page.last
    return FeedPage(
      events: page, next: max(after, last?.position ?? after), caughtUp: isCaughtUp)
  }

  func awaitEvents(after position: GlobalPosition) async {}
}

/// A view store in memory that can be down.
private final class ExampleViews: ViewStore {
  private let documents = Mutex<[ViewKey: JSONValue]>([:])
  private let checkpoints = Mutex<[ProjectionName: GlobalPosition]>([:])
  let isDown = Mutex(false)

  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue? {
    try requireUp()
    return documents.withLock { $0[key] }
  }

  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue] {
    try requireUp()
    var found: [String: JSONValue] = [:]
    for (key, document) in documents.withLock({ $0 }) where key.collection == collection {
      found[key.id] = document
    }
    return found
  }

  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition? {
    try requireUp()
    return checkpoints.withLock { $0[projection] }
  }

  func commit(_ commit: ViewCommit) async throws(StorageFault) {
    try requireUp()
    documents.withLock { documents in
      for write in commit.writes {
        switch write {
        case .put(let key, let document): documents[key] = document
        case .remove(let key): documents[key] = nil
        }
      }
    }
    if let checkpoint = commit.checkpoint {
      checkpoints.withLock { $0[commit.projection] = checkpoint }
    }
  }

  func clear(_ projection: ProjectionName) async throws(StorageFault) {
    try requireUp()
    documents.withLock { $0 = $0.filter { $0.key.collection != projection.rawValue } }
    checkpoints.withLock { $0[projection] = nil }
  }

  private func requireUp() throws(StorageFault) {
    if isDown.withLock({ $0 }) { throw .unavailable }
  }
}

/// A projection of cards or availability that knows deposits of barley only.
private struct DepositsOnly: LotProjection {
  let name: ProjectionName
  let handles: Set<String> = ["lot.deposited"]

  init(name: ProjectionName) {
    self.name = name
  }

  init(codec: any EventCodec<LotEvent>) {
    self.init(name: .cards)
  }

  func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let lot = LotID(stream: event.stream), case .object(let fields) = event.event.payload,
      case .int(let seeds) = fields["seeds"]
    else { throw .poison(event.position, reason: "it is no deposit") }
    if name == .cards {
      let card: [String: JSONValue] = [
        "onHand": .int(seeds), "reserved": .int(0), "dispatched": .int(0), "sown": .int(0),
        "lost": .int(0), "viabilityPermille": .null, "closed": .bool(false),
      ]
      return [.put(ViewKey("cards", lot.rawValue), .object(card))]
    }
    let key = ViewKey("availability", "\(barley.genus) \(barley.species)")
    let known: JSONValue?
    do throws(StorageFault) { known = try await reading.get(key) } catch { throw .views(error) }
    var (total, lots) = (seeds, [JSONValue.string(lot.rawValue)])
    if case .object(let fields) = known, case .int(let before) = fields["seeds"],
      case .array(let others) = fields["lots"]
    {
      let (sum, isTooLarge) = seeds.addingReportingOverflow(before)
      guard !isTooLarge else { throw .poison(event.position, reason: "the sum is too large") }
      total = sum
      lots = others + lots
    }
    return [.put(key, .object(["seeds": .int(total), "lots": .array(lots)]))]
  }
}
