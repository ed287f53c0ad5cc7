import EventSourcing

/// `lot.deposited` 1, a deposit by weight.
struct Weighed: Upcaster {
  /// The schema this step starts from.
  let source = SchemaKey("lot.deposited", 1)

  /// What the step reads.
  private struct Fields: Decodable {
    var grams: Int
    var seedsPerGram: Int
  }

  /// Converts one payload of the source schema.
  func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload] {
    let stored = StoredPayload(source, payload)
    let old = try stored.read(as: Fields.self)
    let seeds = old.grams.multipliedReportingOverflow(by: old.seedsPerGram)
    if seeds.overflow { throw .malformed(source, field: "grams") }
    return [stored.becoming("lot.deposited", 2, ["seeds": .int(Int64(seeds.partialValue))])]
  }
}

/// `lot.deposited` 2, a taxon in one text.
struct JoinedTaxon: Upcaster {
  /// The schema this step starts from.
  let source = SchemaKey("lot.deposited", 2)

  /// What the step reads.
  private struct Fields: Decodable {
    var taxon: String
  }

  /// Converts one payload of the source schema.
  func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload] {
    let stored = StoredPayload(source, payload)
    let words = try stored.read(as: Fields.self).taxon.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { throw .malformed(source, field: "taxon") }
    return [
      stored.becoming(
        "lot.deposited", 3,
        [
          "genus": .string(String(words[0])), "species": .string(String(words[1])),
          "taxon": .null, "origin": .string("unrecorded"),
        ])
    ]
  }
}

/// `lot.tested` 1, a germination in percent.
struct Percentage: Upcaster {
  /// The schema this step starts from.
  let source = SchemaKey("lot.tested", 1)

  /// What the step reads.
  private struct Fields: Decodable {
    var sown: Int
    var percent: Int
  }

  /// Converts one payload of the source schema.
  func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload] {
    let stored = StoredPayload(source, payload)
    let old = try stored.read(as: Fields.self)
    let product = old.sown.multipliedReportingOverflow(by: old.percent)
    if product.overflow { throw .malformed(source, field: "percent") }
    let germinated = JSONValue.int(Int64(product.partialValue / 100))
    return [stored.becoming("lot.tested", 2, ["germinated": germinated])]
  }
}

/// `lot.shipped` 1, a dispatch and perhaps the last one.
struct Shipment: Upcaster {
  /// The schema this step starts from.
  let source = SchemaKey("lot.shipped", 1)

  /// What the step reads.
  private struct Fields: Decodable {
    /// Optional, since the decoder calls a null here a mismatch and not a lack.
    var emptied: Bool?
  }

  /// Converts one payload of the source schema.
  func upcast(_ payload: JSONValue) throws(EvolutionError) -> [StoredPayload] {
    let stored = StoredPayload(source, payload)
    guard let emptied = try stored.read(as: Fields.self).emptied else {
      throw .missingField(source, field: "emptied")
    }
    let dispatched = stored.becoming("lot.dispatched", 1, [:])
    return emptied ? [dispatched, stored.becoming("lot.exhausted", 1, [:])] : [dispatched]
  }
}
