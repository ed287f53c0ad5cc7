import CQRS
import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// Carrying a partition along.
@Suite("Carrying a partition along", .exercise(.manyReaders))
struct PumpingBehaviours {
  @Test(
    "All events of a lot are applied in the one partition that the router gives its stream",
    .behaviour(
      "B4", points: 3,
      hint: """
        Order is promised within a stream only, so a stream must not be torn apart: what is asked \
        of the router is the stream of the event.
        """))
  func streamsStayWhole() async throws {
    // With the learner's own router, as in earnest.
    let readers = Vault(
      .random(seed: 4, lots: 7, events: 26), partitions: 3, router: VaultRouter()
    ).open([.cards])
    try await readers.pumpAll()
    try readers.hasApplied(
      first: 26, by: readers.vault.partition(of:), when: "all partitions are pumped to the end")
  }

  @Test(
    "A pump applies its own events only, in the order of the feed, and moves past the others'",
    .behaviour(
      "B6", points: 4, isOpen: true,
      hint: """
        The limit counts what is taken from the feed, own and foreign events alike. When they are \
        dealt with, the partition has passed all of them.
        """))
  func ownEvents() async throws {
    // Two lots of one taxon share a partition, and so a document.
    let places: [LotID: Int] = ["tarn-1": 0, "tarn-2": 0, "tarn-3": 1, "tarn-4": 1]
    let readers = Vault(places: places).open([.cards, .availability])
    let shelves = readers.vault.shelves
    /// Checks what was applied in a partition, in which order.
    func hasApplied(_ partition: Int, ofFirst count: Int) throws {
      let when = "partition \(partition) has been pumped past \(count) events"
      try readers.hasApplied(
        first: count, by: { readers.vault.partition(of: $0) == partition ? partition : -1 },
        when: when)
      for (taxon, positions) in shelves[partition].log(.availability).sorted(by: { $0.key < $1.key }
      ) {
        try check(
          positions == positions.sorted(),
          expected: "the events of \(taxon) in the order of the feed",
          got: "those at \(Readers.list(positions))", given: readers.vault.moment.given, when: when)
      }
    }
    for count in [4, 8] {
      try await readers.pump(0, limit: 4, reaches: count)
      try hasApplied(0, ofFirst: count)
    }
    try check(
      shelves[1].store.changes.isEmpty, expected: "nothing in partition 1", got: "a commit",
      given: readers.vault.moment.given, when: "partition 0 is pumped")
    try await readers.pump(0, reaches: 16)
    try await readers.pump(0, reaches: 16)
    try hasApplied(0, ofFirst: 16)

    let others = Vault(places: places).open([.cards])
    for count in 1...3 { try await others.pump(1, limit: 1, reaches: count) }
    try others.hasApplied(
      first: 3, by: { others.vault.partition(of: $0) == 1 ? 1 : -1 },
      when: "partition 1 is pumped three times with a limit of 1")
  }

  @Test(
    "Every event is applied in exactly one partition: together they hold what one store would",
    .behaviour(
      "B7", points: 5,
      hint: """
        Each partition reads the whole feed at its own pace, so it needs its own checkpoints, in \
        its own view store. What another partition has passed says nothing about this one.
        """))
  func union() async throws {
    let chronicle = Chronicle.random(seed: 7, lots: 6, events: 24)
    let places: [LotID: Int] = [
      "tarn-1": 2, "tarn-2": 0, "tarn-3": 1, "tarn-4": 0, "tarn-5": 1, "tarn-6": 2,
    ]
    let readers = Vault(chronicle, partitions: 3, places: places).open([.cards, .requests])
    for limit in [10, 100] {
      for partition in [0, 1, 2] {
        try await readers.pump(partition, limit: limit, reaches: min(limit, 24))
      }
    }
    try readers.hasApplied(
      first: 24, by: readers.vault.partition(of:), when: "all partitions are pumped to the end")
    try await readers.asksEverything()
  }

  @Test(
    "In whatever order and with whatever limits the partitions are pumped, the answers are the same",
    .behaviour(
      "B8", points: 4,
      hint: """
        Partitions know nothing of each other. What a pump does depends on its own checkpoints and \
        the feed, not on which partition was pumped before.
        """))
  func interleavings() async throws {
    for seed: UInt64 in 1...3 {
      var generator = SeededGenerator(seed: seed)
      let chronicle = Chronicle.random(seed: seed, lots: 4, events: 15)
      let count = Int(seed) + 1
      var places: [LotID: Int] = [:]
      for lot in chronicle.lots { places[lot] = Int.random(in: 0..<count, using: &generator) }
      let pumps = (0..<10).map { _ in
        (
          partition: Int.random(in: 0..<count, using: &generator),
          limit: Int.random(in: 1...5, using: &generator)
        )
      }
      /// Pumps so, then to the end, and finds the first query that is not answered as expected.
      func objection(
        after pumps: [(partition: Int, limit: Int)]
      ) async throws -> (query: VaultQuery, got: Readers.Reply, expected: Readers.Reply)? {
        let readers = Vault(chronicle, partitions: count, places: places).open([
          .cards, .availability,
        ])
        for pump in pumps { _ = await readers.pump(pump.partition, limit: pump.limit) }
        for partition in 0..<count { _ = await readers.pump(partition) }
        let counts = [Int](repeating: 15, count: count)
        for query in chronicle.queries where readers.windows.contains(query.window) {
          let expected = Readers.Reply.answered(
            view: readers.vault.view(of: query, after: counts), asOf: chronicle.head)
          let got = await readers.ask(query)
          if got != expected { return (query, got, expected) }
        }
        return nil
      }
      guard try await objection(after: pumps) != nil else { continue }
      let fewest = try await smallest(of: pumps) { try await objection(after: $0) != nil }
      guard let objection = try await objection(after: fewest) else { continue }
      try check(
        objection.got, equals: objection.expected,
        given: Vault(chronicle, partitions: count, places: places).moment.given
          + fewest.map { "partition \($0.partition) is pumped with a limit of \($0.limit)" },
        when: """
          all partitions are pumped to the end and \(describe(objection.query)) is asked (seed \
          \(seed))
          """)
    }
  }

  @Test(
    "A partition without events of its own advances too, so the watermark is not stuck",
    .behaviour(
      "B14", points: 4, isOpen: true,
      hint: """
        Having found nothing to do is progress. A checkpoint that stays at the last own event holds \
        back the answers of all partitions.
        """))
  func idle() async throws {
    // Partition 2 has no lots at all, and partition 0 only gets work after many foreign events.
    let places: [LotID: Int] = ["tarn-1": 1, "tarn-2": 1, "tarn-3": 1, "tarn-4": 0]
    let readers = Vault(partitions: 3, places: places).open([.availability])
    for count in [4, 8, 12, 16] {
      for partition in [2, 0] { try await readers.pump(partition, limit: 4, reaches: count) }
    }
    try await readers.pump(1, reaches: 16)
    let query = VaultQuery.availability(.barley)
    try await readers.ask(
      query, .atLeast(readers.vault.chronicle.head),
      gets: .answered(
        view: readers.vault.view(of: query, after: [16, 16, 16]),
        asOf: readers.vault.chronicle.head))
  }
}
