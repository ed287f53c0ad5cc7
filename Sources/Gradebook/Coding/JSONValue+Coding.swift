import EventSourcing

extension JSONValue {
  /// The JSON of a plain value.
  ///
  /// Goes from value to value: writing and reading JSON text in between would cost several times as much, for every
  /// event that is ever read.
  init(encoding value: any Encodable) {
    do { self = try JSONValueEncoder.json(of: value, at: []) } catch {
      preconditionFailure("events are made of plain values and always encode: \(error)")
    }
  }

  /// Reads the JSON as a value.
  ///
  /// - Throws: A `DecodingError` if it is not the JSON of one.
  func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONValueDecoder(self, at: []).value(of: type)
  }
}
