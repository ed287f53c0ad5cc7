import EventSourcing
import SeedVault
import SuiteSupport
import Testing

/// What comes of labels that are not as their schema promises.
@Suite("Damaged labels", .exercise(.oldLabels))
struct DamageBehaviours {
  @Test(
    "A required field that is absent or null is `missingField` with its name, never a guess",
    .behaviour(
      "B8", points: 5, isOpen: true,
      hint: """
        A default is a statement about the past. Who says that there were 0 seeds, or that the \
        quarantine ended after thirty days? Nobody knows, and the reader should say so.
        """))
  func missingFields() throws {
    let codec = TarnholtCodec()
    try codec.checkReads()
    for label in Label.known + [.shipment] {
      for name in label.fields.keys.sorted() {
        let names = Self.names(of: name)
        for value in [nil, JSONValue.null] {
          try codec.check(
            label.with(name, value),
            throws: "missingField, with the field \(names[0])"
          ) { if case .missingField(_, let field) = $0 { names.contains(field) } else { false } }
        }
      }
    }
  }

  @Test(
    "A value of the wrong JSON type is `malformed` with its field's name, and nothing traps",
    .behaviour(
      "B9", points: 4, isOpen: true,
      hint: """
        A payload is what somebody wrote, not what you hope for: look at each value before you \
        take it. Neither the text "40" nor 40.5 is a whole number.
        """))
  func wrongTypes() throws {
    let codec = TarnholtCodec()
    try codec.checkReads()
    for label in Label.known + [.shipment] {
      for (name, value) in label.fields.sorted(by: { $0.key < $1.key }) {
        for (index, wrong) in Self.wrongValues(for: value).enumerated() {
          // Common decoders do not tell where a number stood that is not whole.
          let isFraction = if case .number = wrong { true } else { false }
          let names = Self.names(of: name) + (isFraction ? [""] : [])
          try codec.check(
            label.with(name, wrong), in: [ReaderMode.both[index % 2]],
            throws: "malformed, with the field \(names[0])"
          ) { if case .malformed(_, let field) = $0 { names.contains(field) } else { false } }
        }
      }
      for payload in [JSONValue.null, .array([.object(label.fields)]), .string("{}"), .int(4)] {
        var stored = label.recorded()
        let line = StoredPayload(label.key, payload).line
        stored.event.id = EventID(rawValue: line)
        stored.event.payload = payload
        try codec.check(stored, line, throws: "malformed, with an empty field name") {
          if case .malformed(_, "") = $0 { true } else { false }
        }
      }
    }
    for old in [Label.weighed, .counted] {
      for taxon in ["Hordeum", ""] {
        try codec.check(
          old.with("taxon", .string(taxon)), throws: "malformed, with the field taxon"
        ) { if case .malformed(_, "taxon") = $0 { true } else { false } }
      }
    }
  }

  /// What an error may call a field: a mere renaming may have come first.
  private static func names(of field: String) -> [String] {
    field == "qty" ? ["qty", "seeds"] : [field]
  }

  /// Values of all other JSON types.
  private static func wrongValues(for value: JSONValue) -> [JSONValue] {
    let others: [JSONValue] =
      switch value {
      case .string: [.int(7), .bool(true), .number(0.5)]
      case .int: [.string("40"), .string(""), .bool(true), .number(40.5), .number(1e300)]
      default: [.string("true"), .int(1), .int(0), .number(0.5)]
      }
    return others + [.array([value]), .object(["value": value])]
  }
}
