import CQRS
import EventSourcing
import SeedVault
import SuiteSupport
import Testing

@Suite("What the windows show", .exercise(.fourWindows))
struct WindowBehaviours {
  @Test(
    "Each window is right after every event of several interleaved lots",
    .behaviour(
      "B1", points: 6, isOpen: true,
      hint: """
        A stored event means what the codec says: one event, several or none, whatever its type is \
        called. The lot is that of the stream.
        """))
  func everyWindow() async throws {
    var story = VaultStory()
    story.add("tarn-9", .deposit(100))
    story.add("tarn-10", .deposit(60, of: .heather), .test(13, of: 19))
    story.add("tarn-9", .reserve(40, for: "r-1"), .test(19, of: 20))
    story.add("tarn-10", .reserve(41, for: "r-1"))
    story.addForeign(.test(1, of: 10), in: "audit-7")
    // The dispatch of former times, which emptied the lot.
    story.add(
      "tarn-10", stored: "lot.shipped", meaning: [.dispatch(41, to: "r-1"), .exhaust])
    story.add("tarn-9", .release(40, of: "r-1"), .reserve(5, for: "r-2"))
    story.add("tarn-9", stored: "lot.shipped", meaning: [.dispatch(5, to: "r-2")])
    story.add("tarn-9", .discard(75))
    for window in Window.allCases {
      let projection = window.projection(by: story.codec)
      try check(
        projection.name, equals: ProjectionName(rawValue: window.rawValue),
        when: "the projection of \(window) tells its name")
      try await story.expect(window, ordered: false)
    }
    let facts = RandomVault(seed: 71, facts: 14).facts
    for window in Window.allCases
    where await VaultStory(facts).mismatch(of: window, ordered: false) != nil {
      let smallest = await smallest(of: facts) { part in
        await VaultStory(RandomVault(mending: part).facts).mismatch(of: window, ordered: false)
          != nil
      }
      try await VaultStory(RandomVault(mending: smallest).facts).expect(window, ordered: false)
    }
  }

  @Test(
    """
    Availability sums the open lots of a taxon, keeps taxa with equal species names apart, and \
    drops closed lots
    """,
    .behaviour(
      "B14", points: 6, isOpen: true,
      hint: """
        Most events do not say what the lot's taxon is, or how much of it was there: that has to \
        be written down when it is known. Which events change what is available?
        """))
  func availability() async throws {
    var story = VaultStory()
    story.add("tarn-3", .deposit(100))
    story.add("tarn-20", .deposit(50, of: .heather))
    story.add("tarn-11", .deposit(30))
    story.add("tarn-4", .deposit(8, of: .wildBarley))
    story.add("tarn-3", .reserve(40, for: "r-1"), .reserve(10, for: "r-2"))
    story.add("tarn-3", .release(10, of: "r-2"), .dispatch(40, to: "r-1"), .test(5, of: 10))
    story.add("tarn-11", .reserve(30, for: "r-3"), .dispatch(30, to: "r-3"), .exhaust)
    story.add("tarn-20", .discard(50))
    story.add("tarn-4", .test(8, of: 8))
    story.add("tarn-3", .discard(50))
    for lot in ["tarn-5", "tarn-31", "tarn-2", "tarn-19", "tarn-8", "tarn-6"] as [LotID] {
      story.add(lot, .deposit(7))
    }
    try await story.expect(.availability)
    let contents = try await story.contents(of: .availability, in: .fresh())
    try story.expect(.availability, in: contents, when: "another process carries it along")
  }

  @Test(
    """
    The weakest lots stand by ascending permille, equal ones by identifier, and only the first \
    five; a lot that recovers or is closed leaves
    """,
    .behaviour(
      "B15", points: 5, isOpen: true,
      hint: """
        Sort first, then cut. Where permilles are equal, the identifier decides, and never the \
        order of a dictionary, which differs from process to process.
        """))
  func watchlist() async throws {
    let lots: [LotID] = [
      "tarn-7", "tarn-31", "tarn-2", "tarn-12", "tarn-9", "tarn-10", "tarn-1", "tarn-22",
    ]
    var story = VaultStory()
    for lot in lots { story.add(lot, .deposit(1_000)) }
    for (lot, germinated) in zip(lots, [849, 400, 400, 850, 400, 100, 900, 400]) {
      story.add(lot, .test(germinated, of: 1_000))
    }
    for lot in lots.prefix(5) { story.add(lot, .discard(0)) }
    story.add("tarn-40", .deposit(30), .test(2, of: 10), .test(9, of: 10), .test(8, of: 10))
    story.add("tarn-41", .deposit(5), .reserve(5, for: "r-1"), .dispatch(5, to: "r-1"), .exhaust)
    for worker in [Worker.current, try .fresh()] {
      try await story.expect(.watchlist, in: worker)
    }
  }

  @Test(
    "A request joins what all lots say of it",
    .behaviour(
      "B16", points: 5, isOpen: true,
      hint: """
        Two lots may serve one request, and the latest event is about one of them only. What does \
        the document need to remember of the other?
        """))
  func requests() async throws {
    var story = VaultStory()
    for lot in ["tarn-1", "tarn-2", "tarn-3"] as [LotID] { story.add(lot, .deposit(100)) }
    story.add("tarn-1", .reserve(30, for: "r-1"))
    story.add("tarn-2", .reserve(20, for: "r-1"), .reserve(7, for: "r-2"))
    story.add("tarn-1", .dispatch(30, to: "r-1"))
    story.add("tarn-3", .reserve(4, for: "r-1"), .reserve(9, for: "r-2"))
    story.add("tarn-2", .release(20, of: "r-1"), .release(7, of: "r-2"))
    story.add("tarn-3", .release(4, of: "r-1"), .release(9, of: "r-2"))
    try await story.expect(.requests)
  }
}
