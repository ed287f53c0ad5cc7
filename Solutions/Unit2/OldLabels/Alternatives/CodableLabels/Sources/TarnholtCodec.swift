import EventSourcing
import Foundation
import SeedVault

/// A codec whose labels of today are `Codable` types, and whose old ones are written anew first.
struct TarnholtCodec: LotEventCodec {
  /// The way from every old label to the present.
  private let chain: TarnholtChain?

  /// Creates a codec.
  init() {
    chain = try? TarnholtChain.make([
      Weighed(), JoinedTaxon(), Percentage(), Shipment(),
      UpcastRule(
        source: SchemaKey("lot.reserved", 1),
        targets: [.init(key: SchemaKey("lot.reserved", 2), edits: [.rename("qty", to: "seeds")])]),
      UpcastRule(source: SchemaKey("lot.shelfMoved", 1), targets: []),
    ])
  }

  /// Writes an event with its label of today.
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    let label = event.label
    let key = type(of: label).key
    guard let data = try? JSONEncoder().encode(label),
      let payload = try? JSONDecoder().decode(JSONValue.self, from: data)
    else { preconditionFailure("labels are plain values") }
    return NewEvent(id: id, type: key.type, schema: key.schema, payload: payload)
  }

  /// Reads a stored event of any age.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    let old = StoredPayload(
      SchemaKey(stored.event.type, stored.event.schema), stored.event.payload)
    guard let chain else { preconditionFailure("the steps are sound") }
    var events: [LotEvent] = []
    for now in try chain.upcast(old) {
      guard let type = labels.first(where: { $0.key == now.key }) else {
        if mode == .tolerant { continue }
        throw .unknownType(now.key)
      }
      events.append(try now.read(as: type).event)
    }
    return events
  }
}

extension StoredPayload {
  /// Reads the payload as a `Codable` type.
  func read<Value: Decodable>(as type: Value.Type) throws(EvolutionError) -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(payload))
    } catch DecodingError.keyNotFound(let name, _) {
      throw .missingField(key, field: name.stringValue)
    } catch DecodingError.valueNotFound(_, let context) where !context.codingPath.isEmpty {
      throw .missingField(key, field: context.codingPath[0].stringValue)
    } catch DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context) {
      throw .malformed(key, field: context.codingPath.first?.stringValue ?? "")
    } catch {
      throw .malformed(key, field: "")
    }
  }

  /// The payload in another schema, with other values in some fields.
  func becoming(_ type: String, _ schema: Int, _ new: [String: JSONValue]) -> StoredPayload {
    guard case .object(var fields) = payload else { return self }
    for (name, value) in new { fields[name] = value }
    return StoredPayload(SchemaKey(type, schema), .object(fields))
  }
}
