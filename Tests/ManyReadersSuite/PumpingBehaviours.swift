import CQRS
import EventSourcing
import Grading
import SeedVault
import SeededRandom
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
      .random(seed: 4, lots: 7, events: 20), partitions: 3, router: VaultRouter()
    ).open([.cards])
    for partition in 0..<3 { _ = await readers.pump(partition) }
    try readers.hasApplied(first: 20, when: "all partitions are pumped to the end")
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
    // Two lots of one taxon share a partition, and so a document that shows the order between them.
    let places: [LotID: Int] = ["tarn-1": 0, "tarn-2": 0, "tarn-3": 1, "tarn-4": 1]
    let readers = Vault(places: places).open([.cards, .availability])
    for (limit, count) in [(4, 4), (4, 8), (100, 16), (100, 16)] {
      try await readers.pump(0, limit: limit, reaches: count)
      try readers.hasApplied(
        first: count, in: [0], when: "partition 0 is pumped past the first \(count) events")
    }
    try readers.hasApplied(first: 0, in: [1], when: "partition 0 is pumped")
    for count in 1...3 { try await readers.pump(1, limit: 1, reaches: count) }
    try readers.hasApplied(
      first: 3, in: [1], when: "partition 1 is pumped three times with a limit of 1")
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
    let places: [LotID: Int] = [
      "tarn-1": 2, "tarn-2": 0, "tarn-3": 1, "tarn-4": 0, "tarn-5": 1, "tarn-6": 2,
    ]
    let readers = Vault(
      .random(seed: 7, lots: 6, events: 20), partitions: 3, places: places
    ).open([.cards])
    for limit in [10, 100] {
      for partition in [0, 1, 2] { _ = await readers.pump(partition, limit: limit) }
    }
    try readers.hasApplied(first: 20, when: "partitions 0, 1 and 2 are pumped, twice, to the end")
  }

  @Test(
    "In whatever order and with whatever limits the partitions are pumped, they end up the same",
    .behaviour(
      "B8", points: 4,
      hint: """
        Partitions know nothing of each other. What a pump does depends on its own checkpoints and \
        the feed, not on which partition was pumped before.
        """))
  func interleavings() async throws {
    for seed: UInt64 in 1...3 {
      var generator = SeededGenerator(seed: seed)
      let chronicle = Chronicle.random(seed: seed, lots: 4, events: 14)
      let count = Int(seed) + 1
      var places: [LotID: Int] = [:]
      for lot in chronicle.lots { places[lot] = Int.random(in: 0..<count, using: &generator) }
      let pumps = (0..<8).map { _ in
        (
          partition: Int.random(in: 0..<count, using: &generator),
          limit: Int.random(in: 1...5, using: &generator)
        )
      }
      /// A new read side that is pumped so, and then to the end.
      func readers(after pumps: [(partition: Int, limit: Int)]) async -> Readers {
        let readers = Vault(chronicle, partitions: count, places: places).open([.availability])
        for pump in pumps { _ = await readers.pump(pump.partition, limit: pump.limit) }
        for partition in 0..<count { _ = await readers.pump(partition) }
        return readers
      }
      guard await readers(after: pumps).difference(first: 14) != nil else { continue }
      let fewest = await smallest(of: pumps) { pumps in
        await readers(after: pumps).difference(first: 14) != nil
      }
      let course =
        fewest.map { "partition \($0.partition) with a limit of \($0.limit)" }
        + ["all partitions to the end"]
      try await readers(after: fewest).hasApplied(
        first: 14, when: "these are pumped (seed \(seed)): \(course.joined(separator: ", "))")
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
    for partition in [2, 0] {
      for _ in 1...4 { _ = await readers.pump(partition, limit: 4) }
      try check(
        readers.vault.shelves[partition].checkpoint(.availability),
        equals: readers.vault.chronicle.head, given: readers.vault.moment.given,
        when: """
          partition \(partition) is pumped four times with a limit of 4; the checkpoint of \
          availability in its view store
          """)
      try readers.hasApplied(first: 16, in: [partition], when: "partition \(partition) is pumped")
    }
  }
}
