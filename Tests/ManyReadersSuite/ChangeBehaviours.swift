import CQRS
import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// Partitions come and go.
@Suite("Partitions come and go", .exercise(.manyReaders))
struct ChangeBehaviours {
  @Test(
    "Built anew with three partitions in place of two, the answers are the same",
    .behaviour(
      "B15", points: 3,
      hint: """
        The number of partitions is the number of view stores that are handed in. It is written \
        down nowhere else.
        """))
  func rebuilt() async throws {
    let places: [LotID: Int] = ["tarn-1": 0, "tarn-2": 1, "tarn-3": 5, "tarn-4": 2]
    for count in [2, 3, 1] {
      let readers = Vault(partitions: count, places: places).open([.availability])
      for partition in 0..<count { _ = await readers.pump(partition) }
      try readers.hasApplied(first: 16, when: "all of \(count) partitions are pumped to the end")
      try await readers.asksEverything()
    }
  }

  @Test(
    "The status tells every partition's position and health; one that recovers is healthy again",
    .behaviour(
      "B16", points: 4, isOpen: true,
      hint: """
        Health is how the last use of the view store went, not whether one ever failed. Asking for \
        the status is a use.
        """))
  func recovery() async throws {
    let readers = Vault().open([.cards, .requests])
    let vault = readers.vault
    /// The status that is expected of two partitions.
    func status(_ first: GlobalPosition?, _ second: GlobalPosition?) -> [PartitionStatus] {
      [first, second].enumerated().map { number, position in
        PartitionStatus(
          partition: number, position: position, healthy: !vault.shelves[number].isDown)
      }
    }
    let (half, head) = (Chronicle.position(8), vault.chronicle.head)
    try await readers.hasStatus(status(nil, nil), "before anything was pumped")
    try await vault.fill(0, upTo: 16)
    try await vault.fill(1, upTo: 8)
    try await readers.hasStatus(status(head, half), "when partition 1 lags")

    vault.shelves[1].isDown = true
    try await readers.hasStatus(status(head, nil), "while partition 1 is down")
    try check(
      await readers.pump(1), equals: .failure(.views(.unavailable)), given: vault.moment.given,
      when: "partition 1 is pumped")
    try await readers.ask(.request("r-1"), gets: .unavailable)
    try await readers.hasStatus(status(head, nil), "while partition 1 is down")
    vault.shelves[1].isDown = false
    try await readers.hasStatus(status(head, half), "as soon as partition 1 can be used again")
    try await vault.fill(1, upTo: 16)
    try await readers.hasStatus(status(head, head), "when partition 1 has come to the end too")

    // A partition is where the last of its projections is, and one has not begun.
    let uneven = Vault()
    try await uneven.fill(0, upTo: 12, [.cards])
    try await uneven.fill(0, upTo: 8, [.requests])
    for (names, position) in [
      ([ProjectionName.cards, .requests], half), ([.requests, .cards], half),
      ([.cards], Chronicle.position(12)),
      ([.requests, .watchlist], nil),
    ] as [([ProjectionName], GlobalPosition?)] {
      let readers = uneven.open(names)
      try await readers.hasStatus(
        [
          PartitionStatus(partition: 0, position: position, healthy: true),
          PartitionStatus(partition: 1, position: nil, healthy: true),
        ], "of the projections \(names.map(\.rawValue).joined(separator: ", "))")
    }
  }
}
