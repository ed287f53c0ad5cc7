import EventSourcing

/// The steps from every label that was ever written to the labels of today.
enum OldLabels {
  /// All steps; the chain finds them by their keys, so their order has no meaning.
  static let steps: [any Upcaster] = [
    Step(from: SchemaKey("lot.deposited", 1), countSeeds),
    Step(from: SchemaKey("lot.deposited", 2), splitTaxon),
    Step(from: SchemaKey("lot.tested", 1), countGerminated),
    Step(from: SchemaKey("lot.shipped", 1), splitShipment),
    // A mere renaming needs no code, and a retirement even less.
    UpcastRule(
      source: SchemaKey("lot.reserved", 1),
      targets: [.init(key: SchemaKey("lot.reserved", 2), edits: [.rename("qty", to: "seeds")])]),
    UpcastRule(source: SchemaKey("lot.shelfMoved", 1), targets: []),
  ]

  /// A deposit that was weighed becomes one that was counted.
  private static func countSeeds(_ old: Fields) throws(EvolutionError) -> [StoredPayload] {
    let grams = try old.number("grams")
    let (seeds, overflow) = grams.multipliedReportingOverflow(by: try old.number("seedsPerGram"))
    guard !overflow else { throw .malformed(old.key, field: "grams") }
    return [old.becoming("lot.deposited", 2, with: ["seeds": .int(Int64(seeds))])]
  }

  /// A taxon in one text becomes genus and species.
  private static func splitTaxon(_ old: Fields) throws(EvolutionError) -> [StoredPayload] {
    let taxon = try old.text("taxon")
    guard let space = taxon.firstIndex(of: " ") else { throw .malformed(old.key, field: "taxon") }
    let genus = JSONValue.string(String(taxon[..<space]))
    let species = JSONValue.string(String(taxon[taxon.index(after: space)...]))
    return [old.becoming("lot.deposited", 3, with: ["genus": genus, "species": species])]
  }

  /// A germination in percent becomes one in seeds.
  private static func countGerminated(_ old: Fields) throws(EvolutionError) -> [StoredPayload] {
    let percent = try old.number("percent")
    let (product, overflow) = percent.multipliedReportingOverflow(by: try old.number("sown"))
    guard !overflow else { throw .malformed(old.key, field: "percent") }
    return [old.becoming("lot.tested", 2, with: ["germinated": .int(Int64(product / 100))])]
  }

  /// A shipment becomes a dispatch and, if nothing was left, the end of the lot.
  private static func splitShipment(_ old: Fields) throws(EvolutionError) -> [StoredPayload] {
    let dispatched = old.becoming("lot.dispatched", 1)
    return try old.flag("emptied")
      ? [dispatched, old.becoming("lot.exhausted", 1)] : [dispatched]
  }
}
