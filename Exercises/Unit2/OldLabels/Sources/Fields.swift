import EventSourcing

/// The fields of a payload, read by name and type; whatever is wrong is said of the field.
struct Fields {
  /// The schema of the payload, which errors name.
  let key: SchemaKey
  /// The payload.
  private let payload: JSONValue

  /// Reads a payload of some schema.
  init(_ stored: StoredPayload) {
    key = stored.key
    payload = stored.payload
  }

  /// Returns a text that must be there.
  func text(_ name: String) throws(EvolutionError) -> String {
    guard case .string(let text) = try value(name) else { throw .malformed(key, field: name) }
    return text
  }

  /// Returns a whole number that must be there.
  func number(_ name: String) throws(EvolutionError) -> Int {
    guard case .int(let number) = try value(name) else { throw .malformed(key, field: name) }
    return Int(number)
  }

  /// Returns a moment that must be there.
  func moment(_ name: String) throws(EvolutionError) -> Timestamp {
    Timestamp(rawValue: Int64(try number(name)))
  }

  /// Returns a yes or no that must be there.
  func flag(_ name: String) throws(EvolutionError) -> Bool {
    guard case .bool(let flag) = try value(name) else { throw .malformed(key, field: name) }
    return flag
  }

  /// Returns the payload in another schema: all its fields, and some new ones.
  func becoming(
    _ type: String, _ schema: Int, with new: [String: JSONValue] = [:]
  ) -> StoredPayload {
    guard case .object(let old) = payload else {
      return StoredPayload(SchemaKey(type, schema), payload)
    }
    return StoredPayload(SchemaKey(type, schema), .object(old.merging(new) { _, new in new }))
  }

  /// Returns the value of a field that must be there.
  private func value(_ name: String) throws(EvolutionError) -> JSONValue {
    guard case .object(let fields) = payload else { throw .malformed(key, field: "") }
    guard let value = fields[name], value != .null else { throw .missingField(key, field: name) }
    return value
  }
}
