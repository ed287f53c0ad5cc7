import EventSourcing
import SeedVault
import SuiteSupport
import Testing

/// What a reader may pass over, and what it may not.
@Suite("What a reader passes over", .exercise(.oldLabels))
struct ToleranceBehaviours {
  /// Every name that a field has in some schema, but for the one of an optional field.
  private static let fieldNames = [
    "emptied", "genus", "germinated", "grams", "percent", "qty", "quarantineEndsAt", "reason",
    "request", "seeds", "seedsLost", "seedsPerGram", "sown", "species", "taxon",
  ]

  @Test(
    "Fields that the schema does not list are ignored, whatever they hold and at any depth",
    .behaviour(
      "B6", points: 4, isOpen: true,
      hint: """
        A newer program may have written more than you know. Read what you need by name, and look \
        at the schema, not at the fields, to see how old a label is.
        """))
  func extraFields() throws {
    let codec = TarnholtCodec()
    let nested = JSONValue.object([
      "humidity": .array([.number(0.5), .null, .object(["at": .string("noon")])]),
      "lot": .object(["seeds": .array([.array([.object([:])])])]),
    ])
    for label in Label.known + [.shipment] {
      var more = label
      for (index, value) in [nested, .null, .string("x"), .bool(true), .array([])].enumerated() {
        more.fields["extra\(index)"] = value
      }
      try codec.check(more)
      // Names that mean something in another schema or another type, alone and together.
      let names = Self.fieldNames.filter { label.fields[$0] == nil }
      for name in names { try codec.check(label.with(name, .int(999)), .strict) }
      for value in [JSONValue.string("Zea mays"), .bool(true), nested] {
        try codec.check(names.reduce(label) { $0.with($1, value) })
      }
    }
  }

  @Test(
    "An `origin` that is absent or null is no mistake, in labels of every age",
    .behaviour(
      "B7", points: 2, isOpen: true,
      hint: """
        A field that was added later is missing in everything written before. Null says the same \
        as not being there.
        """))
  func optionalField() throws {
    let codec = TarnholtCodec()
    let deposit = Label.current[0]
    for origin in [nil, .null, .string("Tarnholt market"), .string("")] as [JSONValue?] {
      try codec.check(deposit.with("origin", origin))
    }
    try codec.check(.counted.with("origin", .null))
  }

  @Test(
    "A type that was never written is unknown: an error to a strict reader, nothing to a tolerant",
    .behaviour(
      "B12", points: 4, isOpen: true,
      hint: """
        A decision must not rest on half a history, so the strict reader stops. A view may do \
        without what it does not know, so the tolerant one goes on.
        """))
  func unknownTypes() throws {
    let codec = TarnholtCodec()
    try codec.checkReads()
    for label in Label.known {
      let bare = String(label.key.type.dropFirst(4))
      for type in [
        bare, "Lot.\(bare)", "lot.\(bare) ", label.key.type.uppercased(), "stock.\(bare)",
      ] {
        try codec.checkUnknown(label.renamed(type, label.key.schema))
      }
    }
    for type in ["lot.photographed", "", "lot", "lot.", "LotEvent.tested"] {
      try codec.checkUnknown(Label(type, 1, ["at": .int(1)], means: []))
      try codec.checkUnknown(Label(type, 1, [:], means: []))
    }
  }

  @Test(
    "A schema newer than the newest known one is unknown, however familiar its fields look",
    .behaviour(
      "B13", points: 4,
      hint: """
        You know what schema 2 means. What schema 3 means, its writer knows: the same field may \
        hold something else by then.
        """))
  func futureSchemas() throws {
    let codec = TarnholtCodec()
    try codec.checkReads()
    for label in Label.current + [.lastShipment, .shelfMove] {
      for later in [1, 2, 40] {
        try codec.checkUnknown(label.renamed(label.key.type, label.key.schema + later))
      }
    }
    for label in Label.changed {
      try codec.checkUnknown(label.renamed(label.key.type, 4))
    }
  }
}
