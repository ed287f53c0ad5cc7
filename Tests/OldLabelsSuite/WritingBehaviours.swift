import EventSourcing
import SeedVault
import SuiteSupport
import Testing

/// What is written, and that it can be read.
@Suite("The labels of today", .exercise(.oldLabels))
struct WritingBehaviours {
  /// Events with everything a text or a number can hold.
  private let events: [LotEvent] =
    Label.current.flatMap(\.meaning) + [
      .deposited(
        "", Taxon(genus: "× Triticosecale", species: "aestivum \"Wintergrün\" \u{1F33E}"),
        seeds: .max, quarantineEndsAt: Timestamp(rawValue: .max), at: Timestamp(rawValue: .min)),
      .deposited(
        "lot-tarn-7", Taxon(genus: "", species: ""), seeds: .min, quarantineEndsAt: 0, at: -1),
      .tested(sown: 0, germinated: -3, at: 0),
      .reserved("", seeds: .min, at: 0), .released("r/\\\n", seeds: 0, at: 1),
      .dispatched("null", seeds: .max, at: 2), .exhausted(at: Timestamp(rawValue: .min)),
      .discarded(reason: "", seedsLost: .max, at: 0),
      .discarded(reason: "mould, \"black\"\t", seedsLost: -1, at: 0),
    ]

  @Test(
    "Decoding reverses encoding, for every event, in both modes",
    .behaviour(
      "B1", points: 2, isOpen: true,
      hint: "Everything the event holds must be in its label, whatever the texts and numbers are."))
  func reversal() throws {
    let codec = TarnholtCodec()
    for (index, event) in events.enumerated() {
      let id = EventID(rawValue: "c-\(index)/0")
      let written = codec.encode(event, id: id)
      let stored = RecordedEvent(
        event: written, stream: "lot-tarn-7", version: 4, position: 90, recordedAt: 31_536_000_000)
      for mode in ReaderMode.both {
        try check(
          codec.reading(of: stored, mode), equals: .success([event]),
          given: [event, "encoded as \(Self.line(of: written))"],
          when: "the \(mode) reader decodes it")
      }
    }
  }

  @Test(
    "Encoding writes the current schema under the stable name, with the fields of the table",
    .behaviour(
      "B2", points: 3, isOpen: true,
      hint: """
        What is in the store outlives the program. The name of a Swift type or of an enum's case \
        is not a promise; the names in the table are.
        """))
  func currentLabels() throws {
    let codec = TarnholtCodec()
    for (index, label) in Label.current.enumerated() {
      for event in label.meaning {
        let id = EventID(rawValue: "c-\(index)/1")
        let written = codec.encode(event, id: id)
        try check(
          SchemaKey(written.type, written.schema), equals: label.key, given: [event],
          when: "it is encoded")
        try check(written.id, equals: id, given: [event], when: "it is encoded as \(id)")
        for (name, value) in label.fields.sorted(by: { $0.key < $1.key }) {
          var got: JSONValue?
          if case .object(let fields) = written.payload { got = fields[name] }
          try check(
            got == value, expected: "\(name): \(describe(value))", got: Self.line(of: written),
            given: [event], when: "it is encoded")
        }
      }
    }
  }

  /// What was written, in one line.
  private static func line(of event: NewEvent) -> String {
    StoredPayload(SchemaKey(event.type, event.schema), event.payload).line
  }
}
