import EventSourcing
import SuiteSupport
import Testing

/// What a chain does with sound steps.
@Suite("How a payload goes through a chain", .exercise(.oldLabels))
struct ChainBehaviours {
  @Test(
    "The result does not depend on the order in which the steps are given",
    .behaviour(
      "B4", points: 5, isOpen: true,
      hint: """
        A step is found by the key it starts from. Whoever runs through the list of steps once \
        sees only what comes later in it.
        """))
  func order() throws {
    let steps: [UpcastRule] = [
      .step(.bag(1), to: .bag(2)), .step(.bag(2), to: .bag(3)), .step(.bag(3), to: .box(4)),
      .step(.box(4), to: .box(5)),
    ]
    let end = StoredPayload.travelled(.bag(1), .bag(2), .bag(3), .box(4), .box(5))
    for steps in permutations(of: steps) {
      try check(.travelled(.bag(1)), in: steps, becomes: [end])
    }
  }

  @Test(
    "A payload that no step claims passes untouched, and a chain stops at the newest schema",
    .behaviour(
      "B5", points: 4, isOpen: true,
      hint: """
        A step claims a payload only if type and schema are both its own. What is current already \
        has nothing to be brought forward, and is not even looked at.
        """))
  func current() throws {
    let rename = UpcastRule(
      source: .bag(1), targets: [.init(key: .bag(2), edits: [.rename("qty", to: "seeds")])])
    let again = UpcastRule(
      source: .bag(2), targets: [.init(key: .bag(3), edits: [.rename("seeds", to: "count")])])
    let old: [String: JSONValue] = ["qty": .int(7), "seeds": .null]
    try check(
      StoredPayload(.bag(1), .object(old)), in: [rename, again],
      becomes: [StoredPayload(.bag(3), .object(["count": .int(7)]))])

    let payloads: [JSONValue] = [
      .object(["qty": .int(7), "seeds": .null, "origin": .array([.object([:]), .number(0.5)])]),
      .object([:]), .null, .string("seeds"), .array([.int(1)]),
    ]
    for payload in payloads {
      for key in [SchemaKey.bag(3), .bag(4), .box(1), SchemaKey("vault.bagged ", 1), .bag(0)] {
        let stored = StoredPayload(key, payload)
        try check(stored, in: [rename, again], becomes: [stored])
      }
      let stored = StoredPayload(.bag(1), payload)
      try check(stored, in: [], becomes: [stored])
    }
  }

  @Test(
    """
    Every branch goes as far as it can: through several steps, through splits in order, and past \
    branches that are retired
    """,
    .behaviour(
      "B16", points: 9,
      hint: """
        Treat every payload that a step yields like one that was just read: it may change again, \
        split again or vanish, and its neighbours do not notice.
        """))
  func branches() throws {
    // Three steps, and a type whose new schemas have smaller numbers.
    let line: [UpcastRule] = [
      .step(.bag(1), to: .bag(2)), .step(.bag(2), to: .bag(5)), .step(.bag(5), to: .box(1)),
      .step(.box(1), to: .box(2)),
    ]
    try check(
      .travelled(.bag(1)), in: line,
      becomes: [.travelled(.bag(1), .bag(2), .bag(5), .box(1), .box(2))])
    try check(
      .travelled(.bag(5)), in: line, becomes: [.travelled(.bag(5), .box(1), .box(2))])

    // A split, further steps on each branch, and another split in the middle.
    let tree: [UpcastRule] = [
      .step(.bag(1), to: .box(1), .letter(1), .bag(2)),
      .step(.box(1), to: .box(2)), .step(.box(2), to: .box(3)),
      .step(.letter(1), to: .letter(2), .letter(3)), .step(.letter(2), to: .letter(4)),
    ]
    try check(
      .travelled(.bag(1)), in: tree,
      becomes: [
        .travelled(.bag(1), .box(1), .box(2), .box(3)),
        .travelled(.bag(1), .letter(1), .letter(2), .letter(4)),
        .travelled(.bag(1), .letter(1), .letter(3)),
        .travelled(.bag(1), .bag(2)),
      ])

    // One branch is retired, wherever it stands; and then all are.
    for (retired, rest) in [
      (SchemaKey.box(1), [SchemaKey.letter(1), .bag(2)]), (.letter(1), [.box(1), .bag(2)]),
      (.bag(2), [.box(1), .letter(1)]),
    ] {
      let split = UpcastRule.step(.bag(1), to: .box(1), .letter(1), .bag(2))
      try check(
        .travelled(.bag(1)), in: [split, .step(retired)],
        becomes: rest.map { .travelled(.bag(1), $0) })
    }
    try check(
      .travelled(.bag(1)),
      in: [
        .step(.bag(1), to: .box(1), .letter(1)), .step(.box(1)), .step(.letter(1), to: .box(1)),
      ], becomes: [])

    // Branches may meet: that is no circle.
    let meeting: [UpcastRule] = [
      .step(.bag(1), to: .box(1), .letter(1), .box(1)), .step(.letter(1), to: .box(1)),
      .step(.box(1), to: .box(2), .box(2)),
    ]
    let short = StoredPayload.travelled(.bag(1), .box(1), .box(2))
    let long = StoredPayload.travelled(.bag(1), .letter(1), .box(1), .box(2))
    try check(
      .travelled(.bag(1)), in: meeting, becomes: [short, short, long, long, short, short])

    // What goes wrong on one branch goes wrong as a whole.
    let broken = UpcastRule(
      source: .letter(1), targets: [.init(key: .letter(2), edits: [.rename("to", to: "place")])])
    let steps = [.step(.bag(1), to: .box(1), .letter(1)), broken]
    try check(
      fate(of: .travelled(.bag(1)), in: steps),
      equals: .failure(.missingField(.letter(1), field: "to")), given: steps.map(\.line),
      when: "\(StoredPayload.travelled(.bag(1)).line) goes through the chain of these steps")
  }

  /// Every order of some elements.
  private func permutations<Element>(of elements: [Element]) -> [[Element]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { index in
      var rest = elements
      let first = rest.remove(at: index)
      return permutations(of: rest).map { [first] + $0 }
    }
  }
}
