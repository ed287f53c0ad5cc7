import EventSourcing

extension JSONValue {
  /// The value of a field, or nil if this is no object or has no such field.
  subscript(field: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields[field]
  }

  /// The fields, none if this is no object.
  var fields: [String: JSONValue] {
    guard case .object(let fields) = self else { return [:] }
    return fields
  }

  /// The whole number, or nil if this is none.
  var integer: Int? {
    guard case .int(let number) = self else { return nil }
    return Int(number)
  }

  /// The text, or nil if this is none.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A whole number.
  static func integer(_ number: Int) -> JSONValue { .int(Int64(number)) }

  /// A list of identifiers.
  static func list(_ ids: some Sequence<String>) -> JSONValue { .array(ids.map { .string($0) }) }
}
