import EventSourcing
import ExampleSupport
import SeedVault
import Testing

#if GRADER
  import SuiteSupport
#else
  @testable import OldLabelsExercise

  /// The public examples of old labels, which count for your grade.
  @Suite("OldLabels examples", .guided, .timeLimit(.minutes(1))) struct OldLabelsExamples {}
#endif

extension OldLabelsExamples {
  @Test(
    "A payload goes from step to step, in whatever order the steps are given",
    .needs("TarnholtChain"))
  func severalSteps() throws {
    for steps in [[first, second, third], [third, first, second], [third, second, first]] {
      let now = try TarnholtChain.make(steps).upcast(
        StoredPayload(bag(1), .object(["qty": .int(7)])))
      #expect(
        now == [
          StoredPayload(bag(4), .object(["seeds": .int(7), "origin": .string("unrecorded")]))
        ],
        "1 becomes 2, 2 becomes 3, 3 becomes 4: each step is found by where the payload stands")
    }
  }

  @Test("A payload of today passes as it is", .needs("TarnholtChain"))
  func today() throws {
    let chain = try TarnholtChain.make([first, second, third])
    let current = StoredPayload(bag(4), .object(["qty": .int(7)]))
    #expect(try chain.upcast(current) == [current], "no step claims schema 4")
    let almost = StoredPayload(bag(3), .object(["seeds": .int(7)]))
    #expect(
      try chain.upcast(almost) == [
        StoredPayload(bag(4), .object(["seeds": .int(7), "origin": .string("unrecorded")]))
      ],
      "only the last step is left to do")
  }

  @Test("After a split every branch goes on by itself", .needs("TarnholtChain"))
  func split() throws {
    let letter = SchemaKey("vault.lettered", 1)
    let split = UpcastRule(
      source: SchemaKey("vault.parcelled", 1),
      targets: [.init(key: bag(1)), .init(key: letter), .init(key: bag(3))])
    let parcel = StoredPayload(split.source, .object(["qty": .int(7)]))
    let whole = try TarnholtChain.make([first, split]).upcast(parcel)
    #expect(whole.map(\.key) == [bag(2), letter, bag(3)], "the first branch alone has a next step")
    let retirement = UpcastRule(source: letter, targets: [])
    let rest = try TarnholtChain.make([first, split, retirement]).upcast(parcel)
    #expect(rest.map(\.key) == [bag(2), bag(3)], "the letter is retired, and nothing else")
  }

  @Test("Two steps with the same source make no chain", .needs("TarnholtChain"))
  func ambiguity() throws {
    let chain = try TarnholtChain.make([first, third])
    #expect(
      try chain.upcast(StoredPayload(bag(1), .object(["qty": .int(7)]))).map(\.key) == [bag(2)])
    #expect(throws: EvolutionError.ambiguousStep(bag(1)), "which of the two should it take?") {
      try TarnholtChain.make([first, third, UpcastRule(source: bag(1), targets: [])])
    }
  }

  @Test(
    "A deposit of the first schema is read as a deposit of today",
    .needs("TarnholtChain", "OldLabels", "TarnholtCodec"))
  func deposit() throws {
    let old = recorded(
      "lot.deposited", 1,
      .object([
        "lot": .string("tarn-7"), "taxon": .string("Hordeum vulgare"), "grams": .int(24),
        "seedsPerGram": .int(20),
        "quarantineEndsAt": .int(34_128_000_000), "at": .int(31_536_000_000),
      ]))
    let deposit = LotEvent.deposited(
      "tarn-7", Taxon(genus: "Hordeum", species: "vulgare"), seeds: 480,
      quarantineEndsAt: 34_128_000_000, at: 31_536_000_000)
    #expect(
      try TarnholtCodec().decode(old, mode: .strict) == [deposit],
      "24 grams of 20 seeds each are 480 seeds, and the taxon is split at its first space")
  }

  @Test(
    "A shipment that emptied the lot is read as two events, in order",
    .needs("TarnholtChain", "OldLabels", "TarnholtCodec"))
  func shipment() throws {
    let old = recorded(
      "lot.shipped", 1,
      .object(["request": .string("r-1"), "seeds": .int(60), "emptied": .bool(true), "at": .int(5)])
    )
    #expect(
      try TarnholtCodec().decode(old, mode: .strict)
        == [.dispatched("r-1", seeds: 60, at: 5), .exhausted(at: 5)],
      "first the seeds leave, then nothing is left")
  }

  @Test(
    "A retired label is nothing to both readers, an unknown one an error to the strict reader",
    .needs("TarnholtChain", "TarnholtCodec"))
  func unknown() throws {
    let codec = TarnholtCodec()
    let retired = recorded("lot.shelfMoved", 1, .object(["from": .string("A-3"), "at": .int(5)]))
    let future = recorded(
      "lot.tested", 3, .object(["sown": .int(40), "germinated": .int(34), "at": .int(5)]))
    #expect(try codec.decode(retired, mode: .strict) == [], "known, and of no meaning any more")
    #expect(try codec.decode(retired, mode: .tolerant) == [])
    #expect(try codec.decode(future, mode: .tolerant) == [], "a view goes on without it")
    #expect(
      throws: EvolutionError.unknownType(SchemaKey("lot.tested", 3)),
      "nobody knows what schema 3 means, however familiar it looks"
    ) { try codec.decode(future, mode: .strict) }
  }

  @Test(
    "What is written today has today's label, and can be read again",
    .needs("LotEvent+Label", "TarnholtCodec"))
  func roundTrip() throws {
    let codec = TarnholtCodec()
    let test = LotEvent.tested(sown: 40, germinated: 34, at: 5)
    let written = codec.encode(test, id: "c-1/0")
    #expect(written.type == "lot.tested", "the name of the label, not of the Swift type")
    #expect(written.schema == 2, "the newest schema; the old ones are only read")
    let stored = recorded(written.type, written.schema, written.payload)
    #expect(try codec.decode(stored, mode: .strict) == [test], "decoding reverses encoding")
  }

  /// Seeds in a bag, of some schema.
  private func bag(_ schema: Int) -> SchemaKey { SchemaKey("vault.bagged", schema) }

  /// The first schema said `qty`.
  private var first: UpcastRule {
    UpcastRule(
      source: bag(1), targets: [.init(key: bag(2), edits: [.rename("qty", to: "count")])])
  }

  /// The second one said `count`.
  private var second: UpcastRule {
    UpcastRule(
      source: bag(2), targets: [.init(key: bag(3), edits: [.rename("count", to: "seeds")])])
  }

  /// The third one did not know where seeds came from.
  private var third: UpcastRule {
    UpcastRule(
      source: bag(3),
      targets: [.init(key: bag(4), edits: [.setDefault("origin", .string("unrecorded"))])])
  }

  /// An event as the store has kept it.
  private func recorded(_ type: String, _ schema: Int, _ payload: JSONValue) -> RecordedEvent {
    RecordedEvent(
      event: NewEvent(id: "\(type)/\(schema)", type: type, schema: schema, payload: payload),
      stream: "lot-tarn-7", version: 1, position: 1, recordedAt: 31_536_000_000)
  }
}
