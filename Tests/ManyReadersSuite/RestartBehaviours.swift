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
    try await first.pump(0, limit: 6, reaches: 6)
    try await first.pump(1, limit: 3, reaches: 3)
    let second = vault.open([.cards], in: try .fresh())
    try await second.pump(0, limit: 2, reaches: 8)
    try await second.pump(1, limit: 2, reaches: 5)

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
    try await third.pumpAll()
    try third.hasApplied(
      first: 16, by: vault.partition(of:),
      when: "read sides were opened anew over the same view stores, and commits have failed")
    try await third.asksEverything()
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
    let readers = Vault(poison: poison).open([.cards, .availability])
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
    // Some projections may not have begun when the first of them stops.
    let expected = vault.own(1, ofFirst: 6)
    let applied = readers.windows.map { name in
      vault.shelves[1].log(name).values.joined().sorted()
    }
    try check(
      applied.contains(expected) && applied.allSatisfy { $0 == expected || $0.isEmpty },
      expected: "the events at \(Readers.list(expected)) applied, and nothing from the poison on",
      got: "applied are those at \(applied.map(Readers.list).joined(separator: "; "))",
      given: vault.moment.given, when: "partition 1 is pumped up to the poison")
    try await readers.pump(0, reaches: 16)
    poison.cure()
    try await readers.pump(1, reaches: 16)
    try readers.hasApplied(
      first: 16, by: vault.partition(of:), when: "the event can be understood after all")
    try await readers.asksEverything()
  }
}
