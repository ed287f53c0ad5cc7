import EventSourcing
import Testing

@Suite("Upcast rules")
struct UpcastRuleTests {
  private let source = SchemaKey("lot.reserved", 1)

  @Test("Edits are applied in order, for each target to a copy of the payload")
  func edits() throws {
    let rule = UpcastRule(
      source: source,
      targets: [
        .init(
          key: SchemaKey("lot.reserved", 2),
          edits: [.rename("qty", to: "seeds"), .setDefault("note", .string("none"))]),
        .init(key: SchemaKey("lot.noted", 1), edits: [.drop("qty"), .drop("absent")]),
      ])
    let results = try rule.upcast(.object(["qty": .int(4), "note": .null]))
    #expect(
      results == [
        StoredPayload(
          SchemaKey("lot.reserved", 2), .object(["seeds": .int(4), "note": .string("none")])),
        StoredPayload(SchemaKey("lot.noted", 1), .object(["note": .null])),
      ])
  }

  @Test("A default does not replace a value")
  func setDefault() throws {
    let rule = UpcastRule(
      source: source,
      targets: [.init(key: SchemaKey("lot.reserved", 2), edits: [.setDefault("seeds", .int(1))])])
    let results = try rule.upcast(.object(["seeds": .int(9)]))
    #expect(results.map(\.payload) == [.object(["seeds": .int(9)])])
  }

  @Test("A rule without targets retires the payload")
  func retirement() throws {
    try #expect(UpcastRule(source: source, targets: []).upcast(.object([:])) == [])
  }

  @Test("Renaming an absent field and editing what is no object are errors")
  func faults() {
    let rule = UpcastRule(
      source: source,
      targets: [.init(key: SchemaKey("lot.reserved", 2), edits: [.rename("qty", to: "seeds")])])
    #expect(throws: EvolutionError.missingField(source, field: "qty")) {
      try rule.upcast(.object([:]))
    }
    #expect(throws: EvolutionError.malformed(source, field: "")) {
      try rule.upcast(.array([]))
    }
  }
}
