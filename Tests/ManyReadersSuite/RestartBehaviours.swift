import CQRS
import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// What is kept when a process ends or a commit fails, and what stops a pump.
@Suite("Going on where it was", .exercise(.manyReaders))
struct RestartBehaviours {
  @Test(
    "After a restart or a failed commit each partition goes on where it was, and nothing counts twice",
    .behaviour(
      "B13", points: 4,
      hint: """
        What a read side remembers in memory is gone with its process. Where a partition stands is \
        in its view store, and only there, in one commit with the changes.
        """))
  func restart() async throws {
    let vault = Vault()
    let first = vault.open([.cards])
    _ = await first.pump(0, limit: 6)
    _ = await first.pump(1, limit: 3)
    let second = vault.open([.cards], in: try .fresh())
    _ = await second.pump(0, limit: 2)
    _ = await second.pump(1, limit: 2)

    // Commits that may or may not be stored: whatever the pump says of them, the rest must follow.
    for (partition, fault) in [
      (0, StorageFault.notWritten), (1, .outcomeUnknown), (0, .outcomeUnknown), (1, .notWritten),
    ] {
      vault.shelves[partition].store.fail(.commit, with: fault, storing: fault == .outcomeUnknown)
      _ = await second.pump(partition, limit: 2)
      try check(
        vault.shelves[partition].store.hasFailedAsPlanned, expected: "a commit",
        got: "nothing was committed", given: vault.moment.given,
        when: "partition \(partition) is pumped and the commit fails with \(describe(fault))")
    }
    let third = vault.open([.cards], in: try .fresh())
    for partition in [0, 1] { _ = await third.pump(partition) }
    try third.hasApplied(
      first: 16,
      when: """
        read sides are opened anew over the same view stores, some commits fail, and the last read \
        side is pumped to the end
        """)
  }

  @Test(
    "An event that cannot be understood stops its own partition there, and no other",
    .behaviour(
      "B18", points: 2,
      hint: """
        Everything before the poisonous event is good and is kept. A partition that the event does \
        not belong to has no reason to look at it.
        """))
  func poison() async throws {
    // The seventh event is tarn-2's, so partition 1's; before it are two more of that partition.
    let poison = Poison(at: Chronicle.position(7))
    let readers = Vault(poison: poison).open([.cards])
    let vault = readers.vault
    let reached = await readers.pump(1)
    let isStopped: Bool
    if case .failure(.poison(poison.position, _)) = reached {
      isStopped = true
    } else {
      isStopped = false
    }
    try check(
      isStopped, expected: "the projection's poison at \(poison.position.rawValue)", got: reached,
      given: vault.moment.given,
      when: "partition 1 is pumped past the event at \(poison.position.rawValue), which is poison")
    let before = vault.chronicle.entries.prefix(6).filter { vault.partition(of: $0.lot) == 1 }
    let expected = before.map(\.position)
    let applied = vault.shelves[1].log(.cards).values.joined().sorted()
    try check(
      applied == expected,
      expected: "the events at \(Readers.list(expected)) applied, and nothing from the poison on",
      got: "applied are those at \(Readers.list(applied))",
      given: vault.moment.given, when: "partition 1 is pumped up to the poison")
    _ = await readers.pump(0)
    try readers.hasApplied(first: 16, in: [0], when: "partition 0 is pumped past it")
    poison.cure()
    _ = await readers.pump(1)
    try readers.hasApplied(
      first: 16, in: [1], when: "the event can be understood after all, and partition 1 is pumped")
  }
}
