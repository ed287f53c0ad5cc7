import EventSourcing
import SuiteSupport
import Testing

/// What a chain does with steps that do not fit together.
@Suite("Steps that make no chain", .exercise(.oldLabels))
struct UnsoundChainBehaviours {
  private let sound: [UpcastRule] = [
    .step(.bag(1), to: .bag(2)), .step(.bag(2), to: .box(1)), .step(.box(1), to: .box(2)),
  ]

  @Test(
    "Two steps with one source make no chain: `ambiguousStep`",
    .behaviour(
      "B17", points: 4, isOpen: true,
      hint: """
        A dictionary takes the second step under a key without a word, and from then on nobody \
        knows which of the two was meant. Look before you overwrite.
        """))
  func ambiguity() throws {
    try check(.travelled(.box(1)), in: sound, becomes: [.travelled(.box(1), .box(2))])
    let doubles: [UpcastRule] = [
      .step(.bag(2), to: .bag(3)), .step(.bag(2)), .step(.box(1), to: .box(2)),
      .step(.bag(1), to: .bag(2)),
    ]
    for double in doubles {
      for place in 0...sound.count {
        var steps = sound
        steps.insert(double, at: place)
        var error: EvolutionError?
        do throws(EvolutionError) { _ = try TarnholtChain.make(steps) } catch let thrown {
          error = thrown
        }
        try check(
          error, equals: .ambiguousStep(double.source), given: steps.map(\.line),
          when: "a chain is made of these steps")
      }
      let others = sound.filter { $0.source != double.source }
      try check(
        fate(of: .travelled(.letter(1)), in: others + [double]),
        equals: .success([.travelled(.letter(1))]), given: (others + [double]).map(\.line),
        when: "a chain of these steps is made and used")
    }
    // The same type in two schemas, or the same schema of two types, are different sources.
    try check(
      .travelled(.bag(1)), in: [.step(.box(1), to: .bag(4)), .step(.bag(1), to: .box(3))],
      becomes: [.travelled(.bag(1), .box(3))])
  }

  @Test(
    "A step that does not advance, or leads in a circle, is `stepDidNotAdvance`, never a loop",
    .behaviour(
      "B18", points: 6,
      hint: """
        Somebody will give you a step that ends where it began, or two that point at each other. \
        A payload knows which way it came; if it comes by a key again, it will do so for ever.
        """))
  func circles() throws {
    try check(.travelled(.box(1)), in: sound, becomes: [.travelled(.box(1), .box(2))])
    let cases: [(steps: [UpcastRule], culprits: Set<SchemaKey>)] = [
      // On the spot, and backwards.
      ([.step(.bag(1), to: .bag(1))], [.bag(1)]),
      ([.step(.bag(1), to: .bag(0))], [.bag(1)]),
      ([.step(.bag(1), to: .bag(3)), .step(.bag(3), to: .bag(2))], [.bag(3)]),
      // On one branch of several.
      ([.step(.bag(1), to: .box(1), .bag(1))], [.bag(1)]),
      (
        [.step(.bag(1), to: .box(1), .letter(4)), .step(.letter(4), to: .letter(5), .letter(4))],
        [.letter(4)]
      ),
      // In a circle of two, of three, on a branch, and after some way.
      ([.step(.bag(1), to: .box(1)), .step(.box(1), to: .bag(1))], [.bag(1), .box(1)]),
      (
        [
          .step(.bag(1), to: .bag(2)), .step(.bag(2), to: .box(1)), .step(.box(1), to: .letter(9)),
          .step(.letter(9), to: .box(1)),
        ], [.box(1), .letter(9)]
      ),
      (
        [
          .step(.bag(1), to: .letter(1), .box(1)), .step(.box(1), to: .box(2)),
          .step(.box(2), to: .letter(2), .letter(3)), .step(.letter(3), to: .bag(1)),
        ], [.bag(1), .box(1), .box(2), .letter(3)]
      ),
      // A circle in which every step doubles what goes round.
      (
        [.step(.bag(1), to: .box(1), .box(1)), .step(.box(1), to: .bag(1), .bag(1))],
        [.bag(1), .box(1)]
      ),
    ]
    for (steps, culprits) in cases {
      for steps in [steps, steps.reversed()] {
        let got = fate(of: .travelled(.bag(1)), in: steps)
        let isFitting =
          if case .failure(.stepDidNotAdvance(let key)) = got { culprits.contains(key) } else {
            false
          }
        let keys = culprits.map(\.line).sorted().joined(separator: " or ")
        try check(
          isFitting, expected: "stepDidNotAdvance with \(keys), from make or from upcast", got: got,
          given: steps.map(\.line),
          when: "a chain of these steps is made, and vault.bagged 1 goes through it")
      }
    }
  }
}
