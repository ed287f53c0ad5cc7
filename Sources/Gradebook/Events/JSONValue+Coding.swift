import EventSourcing
import FoundationEssentials

extension JSONValue {
  /// The JSON of a plain value.
  init(encoding value: any Encodable) {
    do {
      self = try JSONDecoder().decode(JSONValue.self, from: try JSONEncoder().encode(value))
    } catch {
      preconditionFailure("events are made of plain values and always encode: \(error)")
    }
  }

  /// Reads the JSON as a value.
  func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: try JSONEncoder().encode(self))
  }
}
