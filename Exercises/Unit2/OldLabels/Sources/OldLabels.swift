import EventSourcing

/// The steps from every label that was ever written to the labels of today.
enum OldLabels {
  /// All steps; the chain finds them by their keys, so their order has no meaning.
  static let steps: [any Upcaster] = [
    Step(from: SchemaKey("lot.deposited", 2), splitTaxon),
    // A mere renaming needs no code, and a retirement even less.
    UpcastRule(
      source: SchemaKey("lot.reserved", 1),
      targets: [.init(key: SchemaKey("lot.reserved", 2), edits: [.rename("qty", to: "seeds")])]),
    UpcastRule(source: SchemaKey("lot.shelfMoved", 1), targets: []),
    // TODO: Enter a step for every other label that is not written any more.
  ]

  /// A taxon in one text becomes genus and species.
  private static func splitTaxon(_ old: Fields) throws(EvolutionError) -> [StoredPayload] {
    let taxon = try old.text("taxon")
    guard let space = taxon.firstIndex(of: " ") else { throw .malformed(old.key, field: "taxon") }
    let genus = JSONValue.string(String(taxon[..<space]))
    let species = JSONValue.string(String(taxon[taxon.index(after: space)...]))
    return [old.becoming("lot.deposited", 3, with: ["genus": genus, "species": species])]
  }

  // TODO: Write the functions of the other steps: weighed deposits, tests in percent, shipments.
}
