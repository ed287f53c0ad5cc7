import EventSourcing
import SeedVault

/// Reads the fields of one payload.
struct Reader {
  /// The schema of the payload.
  let key: SchemaKey
  /// The payload.
  let payload: JSONValue

  /// A way from a payload of one schema to events.
  typealias Read = @Sendable (Reader) throws(EvolutionError) -> [LotEvent]

  /// The ways from every schema that was ever written.
  static let all: [SchemaKey: Read] = [
    SchemaKey("lot.deposited", 1): { (old) throws(EvolutionError) in
      let seeds = try old.product("grams", "seedsPerGram", blaming: "grams")
      return [try old.deposit(of: seeds, try old.taxon())]
    },
    SchemaKey("lot.deposited", 2): { (old) throws(EvolutionError) in
      [try old.deposit(of: try old.int("seeds"), try old.taxon())]
    },
    SchemaKey("lot.deposited", 3): { (label) throws(EvolutionError) in
      let taxon = Taxon(genus: try label.string("genus"), species: try label.string("species"))
      return [try label.deposit(of: try label.int("seeds"), taxon)]
    },
    SchemaKey("lot.tested", 1): { (old) throws(EvolutionError) in
      let germinated = try old.product("sown", "percent", blaming: "percent") / 100
      return [.tested(sown: try old.int("sown"), germinated: germinated, at: try old.at())]
    },
    SchemaKey("lot.tested", 2): { (label) throws(EvolutionError) in
      let (sown, germinated) = (try label.int("sown"), try label.int("germinated"))
      return [.tested(sown: sown, germinated: germinated, at: try label.at())]
    },
    SchemaKey("lot.reserved", 1): { (old) throws(EvolutionError) in
      [.reserved(try old.request(), seeds: try old.int("qty"), at: try old.at())]
    },
    SchemaKey("lot.reserved", 2): { (label) throws(EvolutionError) in
      [.reserved(try label.request(), seeds: try label.int("seeds"), at: try label.at())]
    },
    SchemaKey("lot.released", 1): { (label) throws(EvolutionError) in
      [.released(try label.request(), seeds: try label.int("seeds"), at: try label.at())]
    },
    SchemaKey("lot.dispatched", 1): { (label) throws(EvolutionError) in
      [.dispatched(try label.request(), seeds: try label.int("seeds"), at: try label.at())]
    },
    SchemaKey("lot.shipped", 1): { (old) throws(EvolutionError) in
      let at = try old.at()
      let dispatched = LotEvent.dispatched(
        try old.request(), seeds: try old.int("seeds"), at: at)
      guard case .bool(let emptied) = try old.value("emptied") else {
        throw .malformed(old.key, field: "emptied")
      }
      return emptied ? [dispatched, .exhausted(at: at)] : [dispatched]
    },
    SchemaKey("lot.exhausted", 1): { (label) throws(EvolutionError) in
      [.exhausted(at: try label.at())]
    },
    SchemaKey("lot.discarded", 1): { (label) throws(EvolutionError) in
      let reason = try label.string("reason")
      return [.discarded(reason: reason, seedsLost: try label.int("seedsLost"), at: try label.at())]
    },
    SchemaKey("lot.shelfMoved", 1): { _ in [] },
  ]

  /// A deposit of any schema.
  private func deposit(of seeds: Int, _ taxon: Taxon) throws(EvolutionError) -> LotEvent {
    .deposited(
      LotID(rawValue: try string("lot")), taxon, seeds: seeds,
      quarantineEndsAt: Timestamp(rawValue: Int64(try int("quarantineEndsAt"))), at: try at())
  }

  /// The taxon, from one text.
  private func taxon() throws(EvolutionError) -> Taxon {
    let words = try string("taxon").split(
      separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2 else { throw .malformed(key, field: "taxon") }
    return Taxon(genus: String(words[0]), species: String(words[1]))
  }

  /// The request.
  private func request() throws(EvolutionError) -> RequestID {
    RequestID(rawValue: try string("request"))
  }

  /// The moment it happened.
  private func at() throws(EvolutionError) -> Timestamp {
    Timestamp(rawValue: Int64(try int("at")))
  }

  /// The product of two fields.
  private func product(
    _ first: String, _ second: String, blaming field: String
  ) throws(EvolutionError) -> Int {
    let product = try int(first).multipliedReportingOverflow(by: try int(second))
    guard !product.overflow else { throw .malformed(key, field: field) }
    return product.partialValue
  }

  /// A text.
  private func string(_ name: String) throws(EvolutionError) -> String {
    guard case .string(let text) = try value(name) else { throw .malformed(key, field: name) }
    return text
  }

  /// A whole number.
  private func int(_ name: String) throws(EvolutionError) -> Int {
    guard case .int(let number) = try value(name) else { throw .malformed(key, field: name) }
    return Int(number)
  }

  /// Whatever a field holds.
  private func value(_ name: String) throws(EvolutionError) -> JSONValue {
    guard case .object(let fields) = payload else { throw .malformed(key, field: "") }
    switch fields[name] {
    case nil, .null?: throw .missingField(key, field: name)
    case let value?: return value
    }
  }
}
