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
    for (label, names) in Self.cases {
      for name in names {
        let accepted = Self.acceptedNames(of: name)
        for value in [nil, JSONValue.null] {
          try codec.check(
            label.with(name, value),
            throws: "missingField, with the field \(accepted[0])"
          ) { if case .missingField(_, let field) = $0 { accepted.contains(field) } else { false } }
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
    for (label, names) in Self.cases {
      for name in names {
        for (index, wrong) in Self.wrongValues(for: label.fields[name]).enumerated() {
          // Common decoders do not tell where a number stood that is not whole.
          let isFraction = if case .number = wrong { true } else { false }
          let accepted = Self.acceptedNames(of: name) + (isFraction ? [""] : [])
          try codec.check(
            label.with(name, wrong), in: [ReaderMode.both[index % 2]],
            throws: "malformed, with the field \(accepted[0])"
          ) { if case .malformed(_, let field) = $0 { accepted.contains(field) } else { false } }
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
    for taxon in ["Hordeum", ""] {
      try codec.check(
        .counted.with("taxon", .string(taxon)), throws: "malformed, with the field taxon"
      ) { if case .malformed(_, "taxon") = $0 { true } else { false } }
    }
  }

  /// Labels with those of their fields that can be damaged.
  ///
  /// Of the one that takes several steps only what the first step needs: that it does not end there
  /// is a behaviour of its own.
  private static let cases: [(label: Label, names: [String])] =
    (Label.known + [.shipment]).map { ($0, $0.fields.keys.sorted()) }
    + [(.weighed, ["grams", "seedsPerGram"])]

  /// What an error may call a field: a mere renaming may have come first.
  private static func acceptedNames(of field: String) -> [String] {
    field == "qty" ? ["qty", "seeds"] : [field]
  }

  /// Values of all other JSON types.
  private static func wrongValues(for value: JSONValue?) -> [JSONValue] {
    let others: [JSONValue] =
      switch value {
      case .string: [.int(7), .bool(true), .number(0.5)]
      case .int: [.string("40"), .string(""), .bool(true), .number(40.5), .number(1e300)]
      default: [.string("true"), .int(1), .int(0), .number(0.5)]
      }
    return others + [.array([value ?? .null]), .object(["value": value ?? .null])]
  }
}
