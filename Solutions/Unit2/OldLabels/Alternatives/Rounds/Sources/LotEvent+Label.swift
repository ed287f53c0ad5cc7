import EventSourcing
import SeedVault

/// The labels of today: what every event is called in the store, and which fields it has.
extension LotEvent {
  /// The event as it is written today.
  var label: StoredPayload {
    switch self {
    case .deposited(let lot, let taxon, let seeds, let quarantineEndsAt, let at):
      Self.label(
        "lot.deposited", 3,
        [
          "lot": .string(lot.rawValue), "genus": .string(taxon.genus),
          "species": .string(taxon.species), "seeds": .int(Int64(seeds)),
          "quarantineEndsAt": .int(quarantineEndsAt.rawValue),
        ], at: at)
    case .tested(let sown, let germinated, let at):
      Self.label(
        "lot.tested", 2, ["sown": .int(Int64(sown)), "germinated": .int(Int64(germinated))], at: at)
    case .reserved(let request, let seeds, let at):
      Self.label("lot.reserved", 2, request, seeds, at: at)
    case .released(let request, let seeds, let at):
      Self.label("lot.released", 1, request, seeds, at: at)
    case .dispatched(let request, let seeds, let at):
      Self.label("lot.dispatched", 1, request, seeds, at: at)
    case .exhausted(let at):
      Self.label("lot.exhausted", 1, [:], at: at)
    case .discarded(let reason, let seedsLost, let at):
      Self.label(
        "lot.discarded", 1, ["reason": .string(reason), "seedsLost": .int(Int64(seedsLost))], at: at
      )
    }
  }

  /// Reads a label of today; nil if it is none.
  init?(_ label: StoredPayload) throws(EvolutionError) {
    let fields = Fields(label)
    switch (label.key.type, label.key.schema) {
    case ("lot.deposited", 3):
      self = .deposited(
        LotID(rawValue: try fields.text("lot")),
        Taxon(genus: try fields.text("genus"), species: try fields.text("species")),
        seeds: try fields.number("seeds"),
        quarantineEndsAt: try fields.moment("quarantineEndsAt"), at: try fields.moment("at"))
    case ("lot.tested", 2):
      self = .tested(
        sown: try fields.number("sown"), germinated: try fields.number("germinated"),
        at: try fields.moment("at"))
    case ("lot.reserved", 2):
      self = .reserved(
        RequestID(rawValue: try fields.text("request")), seeds: try fields.number("seeds"),
        at: try fields.moment("at"))
    case ("lot.released", 1):
      self = .released(
        RequestID(rawValue: try fields.text("request")), seeds: try fields.number("seeds"),
        at: try fields.moment("at"))
    case ("lot.dispatched", 1):
      self = .dispatched(
        RequestID(rawValue: try fields.text("request")), seeds: try fields.number("seeds"),
        at: try fields.moment("at"))
    case ("lot.exhausted", 1):
      self = .exhausted(at: try fields.moment("at"))
    case ("lot.discarded", 1):
      self = .discarded(
        reason: try fields.text("reason"), seedsLost: try fields.number("seedsLost"),
        at: try fields.moment("at"))
    default:
      return nil
    }
  }

  /// Puts a label together, with the moment that every label has.
  private static func label(
    _ type: String, _ schema: Int, _ fields: [String: JSONValue], at moment: Timestamp
  ) -> StoredPayload {
    let all = fields.merging(["at": .int(moment.rawValue)]) { field, _ in field }
    return StoredPayload(SchemaKey(type, schema), .object(all))
  }

  /// Puts a label about the seeds of a request together.
  private static func label(
    _ type: String, _ schema: Int, _ request: RequestID, _ seeds: Int, at moment: Timestamp
  ) -> StoredPayload {
    label(
      type, schema, ["request": .string(request.rawValue), "seeds": .int(Int64(seeds))], at: moment)
  }
}
