import CQRS
import EventSourcing
import Grading
import SeedVault
import SuiteSupport
import Testing

/// What is answered, and as of when.
@Suite("Answers", .exercise(.manyReaders))
struct AnswerBehaviours {
  @Test(
    "A query on one lot consults its partition alone, while others lag or are down",
    .behaviour(
      "B9", points: 5, isOpen: true,
      hint: """
        Who asks about one lot need not wait for all the others, and does not learn from them how \
        old the card is.
        """))
  func oneLot() async throws {
    let readers = Vault(partitions: 3).open([.cards])
    let vault = readers.vault
    try await vault.fill(0, upTo: 16)
    try await vault.fill(1, upTo: 6)
    let (behind, head) = (Chronicle.position(6), vault.chronicle.head)
    let counts = [16, 6, 0]
    let ahead = Readers.Reply.answered(
      view: vault.view(of: .lotCard("tarn-1"), after: counts), asOf: head)
    let old = Readers.Reply.answered(
      view: vault.view(of: .lotCard("tarn-2"), after: counts), asOf: behind)

    try await readers.ask(.lotCard("tarn-1"), .atLeast(head), gets: ahead)
    try await readers.ask(.lotCard("tarn-2"), gets: old)
    try await readers.ask(.lotCard("tarn-2"), .atLeast(behind), gets: old)
    try await readers.ask(
      .lotCard("tarn-2"), .atLeast(Chronicle.position(7)), gets: .notYet(asOf: behind))
    // Partition 1 has not come to the deposit of tarn-4, and nothing is in partition 2.
    try await readers.ask(.lotCard("tarn-4"), gets: .answered(view: nil, asOf: behind))
    let elsewhere = LotID(
      rawValue: "tarn-\((5...).first { vault.partition(of: "tarn-\($0)") == 2 } ?? 5)")
    try await readers.ask(.lotCard(elsewhere), gets: .answered(view: nil, asOf: .start))

    for down in [1, 2] { vault.shelves[down].isDown = true }
    try await readers.ask(.lotCard("tarn-1"), .atLeast(head), gets: ahead)
    try await readers.ask(.lotCard("tarn-2"), gets: .unavailable)
    for shelf in vault.shelves { shelf.isDown.toggle() }
    try await readers.ask(.lotCard("tarn-1"), gets: .unavailable)
    try await readers.ask(.lotCard("tarn-2"), gets: old)
  }

  @Test(
    "A query on all lots joins all partitions as of the watermark; if that is too old, it is refused",
    .behaviour(
      "B10", points: 6, isOpen: true,
      hint: """
        The answer contains everything only up to where the slowest partition is. Where the feed \
        ends, where the fastest is, and where other projections are, is another matter.
        """))
  func allLots() async throws {
    let readers = Vault().open([.availability, .watchlist, .requests])
    let vault = readers.vault
    try await vault.fill(0, upTo: 12)
    for query in Chronicle.crossing {
      try await readers.ask(
        query, .atLeast(.start),
        gets: .answered(view: vault.view(of: query, after: [12, 0]), asOf: .start))
      try await readers.ask(query, .atLeast(Chronicle.position(1)), gets: .notYet(asOf: .start))
    }
    try await vault.fill(1, upTo: 9)
    let watermark = Chronicle.position(9)
    let queries =
      Chronicle.crossing + [
        .availability(.beet), .availability(Taxon(genus: "Vicia", species: "faba")),
        .request("r-2"), .request("r-9"), .watchlist(belowPermille: 1, limit: 9),
        .watchlist(belowPermille: 900, limit: 1),
      ]
    for query in queries {
      let reply = Readers.Reply.answered(
        view: vault.view(of: query, after: [12, 9]), asOf: watermark)
      try await readers.ask(query, gets: reply)
      try await readers.ask(query, .atLeast(watermark), gets: reply)
    }
    for query in Chronicle.crossing {
      for position in [watermark.rawValue + 1, Chronicle.position(12).rawValue] {
        try await readers.ask(
          query, .atLeast(GlobalPosition(rawValue: position)), gets: .notYet(asOf: watermark))
      }
    }

    // Projections at different checkpoints: those of the serving one count.
    let uneven = Vault()
    for partition in [0, 1] { try await uneven.fill(partition, upTo: 16, [.cards, .requests]) }
    try await uneven.fill(0, upTo: 5, [.availability])
    try await uneven.fill(1, upTo: 7, [.availability])
    let all = uneven.open()
    for (query, counts) in [
      (VaultQuery.request("r-1"), [16, 16]), (.availability(.barley), [5, 7]),
      (.watchlist(belowPermille: 900, limit: 9), [0, 0]), (.lotCard("tarn-2"), [16, 16]),
    ] {
      try await all.ask(
        query,
        gets: .answered(
          view: uneven.view(of: query, after: counts),
          asOf: Chronicle.position(counts.min() ?? 0)))
    }
  }

  @Test(
    "With a partition down, a query on all lots is unavailable: there is no partial answer",
    .behaviour(
      "B11", points: 5, isOpen: true,
      hint: """
        A sum without one partition looks exactly like a sum. Who asks cannot tell, so you must.
        """))
  func partitionDown() async throws {
    let places = Vault.places.merging(["tarn-4": 2]) { $1 }
    let readers = Vault(partitions: 3, places: places)
      .open([.availability, .watchlist, .requests])
    for partition in 0..<3 { try await readers.vault.fill(partition, upTo: 10) }
    try await readers.asksEverything(after: 10)
    for shelf in readers.vault.shelves {
      for query in Chronicle.crossing {
        shelf.isDown = true
        try await readers.ask(query, gets: .unavailable)
        shelf.isDown = false
        // The checkpoint can be read, the documents cannot, and the other way round.
        for use in [FakeViewStore.Use.read, .checkpoint] {
          shelf.store.fail(use, with: .unavailable)
          try await readers.ask(query, gets: .unavailable)
        }
      }
    }
    try await readers.asksEverything(after: 10)
  }

  @Test(
    "While the feed is down, queries are answered as of before, and a pump throws the feed's error",
    .behaviour(
      "B12", points: 3, isOpen: true,
      hint: """
        Reading views and reading the feed are two things. A query needs the views and their \
        checkpoints, nothing else.
        """))
  func feedDown() async throws {
    let readers = Vault().open([.cards, .requests])
    let vault = readers.vault
    for partition in [0, 1] { try await vault.fill(partition, upTo: 10) }
    // What is in the feed makes no difference before it is pumped.
    try await readers.asksEverything(after: 10)
    vault.tap.isShut = true
    try await readers.asksEverything(after: 10)
    for query in [VaultQuery.request("r-1"), .lotCard("tarn-2")] {
      try await readers.ask(
        query, .atLeast(vault.chronicle.head), gets: .notYet(asOf: Chronicle.position(10)))
    }
    for partition in [0, 1] {
      try check(
        await readers.pump(partition), equals: .failure(.feed(.storage(.unavailable))),
        given: vault.moment.given, when: "partition \(partition) is pumped while the feed is down")
    }
  }

  @Test(
    "`asOf` never claims more than the view shows, though a partition moves on while it is read",
    .behaviour(
      "B17", points: 3,
      hint: """
        Between two reads a pump may have committed. Which of the two must be read first, so that \
        at worst the answer shows more than it claims?
        """))
  func honestMoment() async throws {
    for query in [VaultQuery.lotCard("tarn-2"), .availability(.barley)] {
      let readers = Vault().open([.cards, .availability])
      let vault = readers.vault
      try await vault.fill(0, upTo: 16)
      try await vault.fill(1, upTo: 6)
      vault.shelves[1].afterNextRead { try? await vault.fill(1, upTo: 16) }
      let (old, new) = (
        vault.view(of: query, after: [16, 6]), vault.view(of: query, after: [16, 16])
      )
      let moment = vault.moment
      let reply = await readers.ask(query)
      let isHonest: Bool =
        if case .answered(let view, let asOf) = reply {
          view == new && asOf <= vault.chronicle.head
            || view == old && asOf <= Chronicle.position(6)
        } else {
          false
        }
      try check(
        isHonest, expected: "the view of before as of before, or the view of after as of either",
        got: reply, given: moment.given,
        when: """
          \(describe(query)) is asked, and right after its first read partition 1 is moved from \
          \(Chronicle.position(6).rawValue) to \(vault.chronicle.head.rawValue)
          """)
      try await readers.ask(query, gets: .answered(view: new, asOf: vault.chronicle.head))
    }
  }
}
