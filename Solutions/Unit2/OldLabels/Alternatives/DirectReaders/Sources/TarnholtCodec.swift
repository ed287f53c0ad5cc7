import EventSourcing
import SeedVault

/// A codec with one reader for every schema, each straight to the events of today.
struct TarnholtCodec: LotEventCodec {
  /// Writes an event with its label of today.
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    func label(_ type: String, _ schema: Int, _ fields: KeyValuePairs<String, Writable>) -> NewEvent
    {
      let object = Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.value.json) })
      return NewEvent(id: id, type: "lot." + type, schema: schema, payload: .object(object))
    }
    return switch event {
    case .deposited(let lot, let taxon, let seeds, let quarantineEndsAt, let at):
      label(
        "deposited", 3,
        [
          "lot": lot.rawValue, "genus": taxon.genus, "species": taxon.species, "seeds": seeds,
          "quarantineEndsAt": quarantineEndsAt, "at": at, "origin": "unrecorded",
        ])
    case .tested(let sown, let germinated, let at):
      label("tested", 2, ["sown": sown, "germinated": germinated, "at": at])
    case .reserved(let request, let seeds, let at):
      label("reserved", 2, ["request": request.rawValue, "seeds": seeds, "at": at])
    case .released(let request, let seeds, let at):
      label("released", 1, ["request": request.rawValue, "seeds": seeds, "at": at])
    case .dispatched(let request, let seeds, let at):
      label("dispatched", 1, ["request": request.rawValue, "seeds": seeds, "at": at])
    case .exhausted(let at):
      label("exhausted", 1, ["at": at])
    case .discarded(let reason, let seedsLost, let at):
      label("discarded", 1, ["reason": reason, "seedsLost": seedsLost, "at": at])
    }
  }

  /// Reads a stored event of any age.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    let key = SchemaKey(stored.event.type, stored.event.schema)
    guard let read = Reader.all[key] else {
      guard mode == .tolerant else { throw .unknownType(key) }
      return []
    }
    return try read(Reader(key: key, payload: stored.event.payload))
  }
}

/// What can stand in a field.
private protocol Writable {
  /// The value as JSON.
  var json: JSONValue { get }
}

extension String: Writable {
  /// A text.
  fileprivate var json: JSONValue { .string(self) }
}

extension Int: Writable {
  /// A whole number.
  fileprivate var json: JSONValue { .int(Int64(self)) }
}

extension Timestamp: Writable {
  /// The milliseconds.
  fileprivate var json: JSONValue { .int(rawValue) }
}
