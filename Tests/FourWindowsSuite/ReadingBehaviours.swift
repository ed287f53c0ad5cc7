import CQRS
import EventSourcing
import SeedVault
import SuiteSupport
import Testing

@Suite("How the windows read events", .exercise(.fourWindows))
struct ReadingBehaviours {
  @Test(
    """
    Unknown and retired types are ignored; an event that the codec cannot understand is `poison` \
    with its position
    """,
    .behaviour(
      "B11", points: 4,
      hint: """
        A window may ignore what it does not know, so it reads tolerantly. What it does know and \
        cannot read is another matter: ignoring that would show wrong numbers.
        """))
  func tolerance() async throws {
    var known = VaultStory()
    known.add("tarn-1", .deposit(100), .reserve(5, for: "r-1"), .test(3, of: 10))
    var story = VaultStory()
    story.add("tarn-1", .deposit(100), .reserve(5, for: "r-1"))
    story.add("tarn-1", stored: "lot.shelfMoved", meaning: [])
    story.addUnknown("tarn-1", type: "lot.photographed")
    for type in ["lot.deposited", "lot.tested", "lot.reserved", "lot.discarded"] {
      story.addUnknown("tarn-1", type: type, schema: 99)
    }
    story.add("tarn-1", .test(3, of: 10))
    for window in Window.allCases {
      let projection = window.projection(by: story.codec)
      let contents = try await story.contents(of: window)
      let undisturbed = try await known.contents(of: window)
      try check(
        window.shows(anythingIn: undisturbed), expected: "documents with fields", got: "none",
        given: known.given, when: "\(window) is carried along")
      try check(
        window.shown(in: contents), equal: window.shown(in: undisturbed), given: story.given,
        when: "\(window) is carried along, and unknown and retired events are in between")
      // It need not be asked about these, but it may be.
      for event in story.events where !projection.handles.contains(event.event.type) {
        let outcome = await Outcome { () async throws(ProjectionError) in
          try await projection.writes(for: event, reading: ContentsReader(contents: contents))
        }
        var after = contents
        if case .success(let writes) = outcome {
          after.apply(ViewCommit(projection: projection.name, writes: writes, checkpoint: nil))
        }
        try check(
          after == contents, expected: "no changes", got: outcome,
          given: ["a stored event of type \(event.event.type)"],
          when: "\(window), which does not handle it, is asked about it all the same")
      }
    }
    try await poison(in: .cards, .test(3, of: 10))
    try await poison(in: .availability, .deposit(10))
    try await poison(in: .watchlist, .test(3, of: 10))
    try await poison(in: .requests, .reserve(10, for: "r-1"))
  }

  /// Checks that a window stops at an event whose payload is damaged, in every way there is.
  private func poison(in window: Window, _ damaged: LotEvent) async throws {
    var story = VaultStory()
    story.add("tarn-1", .deposit(100), damaged)
    guard let event = story.events.last else { return }
    let key = SchemaKey(event.event.type, event.event.schema)
    for error in [EvolutionError.missingField(key, field: "at"), .malformed(key, field: "seeds")] {
      story.codec.note(.failure(error), for: event.event.id)
      let projection = window.projection(by: story.codec)
      let outcome = await Outcome { () async throws(ProjectionError) in
        try await projection.writes(for: event, reading: ContentsReader())
      }
      try check(
        outcome.isPoison(at: event.position), expected: "poison at \(event.position.rawValue)",
        got: outcome, given: ["a stored event of type \(key.type) with \(describe(error))"],
        when: "\(window) is asked about it")
    }
  }

  @Test(
    "The same events make the same documents, whenever and wherever they are applied",
    .behaviour(
      "B13", points: 2,
      hint: """
        No document may hold when it was built, or anything else that is not in the events. Think \
        of clocks, random numbers, and the order of dictionaries.
        """))
  func reproducible() async throws {
    var story = VaultStory()
    story.add("tarn-1", .deposit(100), .reserve(5, for: "r-1"))
    story.add("tarn-2", .deposit(70), .test(3, of: 10), .reserve(6, for: "r-1"))
    for lot in ["tarn-3", "tarn-40", "tarn-5", "tarn-61"] as [LotID] {
      story.add(lot, .deposit(7))
    }
    let other = try Worker.fresh()
    for window in Window.allCases {
      let contents = try await story.contents(of: window)
      try check(
        window.shows(anythingIn: contents), expected: "documents with fields", got: "none",
        given: story.given, when: "\(window) is carried along")
      for (key, document) in contents.documents {
        try check(
          !document.tellsOfThePresent, expected: "no moment of the present", got: shown(document),
          given: story.given,
          when: "the document \(quoted(key.id)) of \(quoted(key.collection)) is read")
      }
      let again = try await story.contents(of: window, in: other)
      try check(
        again.documents, equal: contents.documents, given: story.given,
        when: "another process applies the same events to \(window)")
    }
  }
}

extension JSONValue {
  /// Whether it holds a number that is a moment in this century, by any usual clock.
  ///
  /// Every moment and number of the histories lies far from these.
  fileprivate var tellsOfThePresent: Bool {
    switch self {
    case .null, .bool, .string: false
    case .int(let number): Self.isPresent(Double(number))
    case .number(let number): Self.isPresent(number)
    case .array(let values): values.contains { $0.tellsOfThePresent }
    case .object(let fields): fields.values.contains { $0.tellsOfThePresent }
    }
  }

  /// Whether a number counts seconds, milliseconds or microseconds from 1970 or 2001 to this century.
  private static func isPresent(_ number: Double) -> Bool {
    [1, 1_000, 1_000_000].contains { (6e8...4.2e9).contains(number / $0) }
  }
}
