import Foundation
import Testing

/// Expects that a value survives encoding and decoding as JSON.
func expectRoundTrip<Value: Codable & Equatable>(
  _ value: Value,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let data = try JSONEncoder().encode(value)
  let decoded = try JSONDecoder().decode(Value.self, from: data)
  #expect(decoded == value, sourceLocation: sourceLocation)
}

/// Returns the JSON text of a value, with sorted keys.
func json(of value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// Decodes a value from JSON text.
func decode<Value: Decodable>(_ type: Value.Type, from json: String) throws -> Value {
  try JSONDecoder().decode(type, from: Data(json.utf8))
}
