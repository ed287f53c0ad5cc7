import EventSourcing

/// Writes values as JSON that never becomes text.
struct JSONValueEncoder: Encoder {
  /// Where the value goes.
  fileprivate let slot: Slot
  /// The way to it from the outermost value.
  let codingPath: [any CodingKey]
  /// Nothing; there is nothing to tell.
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// A place that one value is written to, perhaps in parts.
  fileprivate final class Slot {
    /// What was written as a whole.
    var whole: JSONValue?
    /// The members of an object that is written member by member.
    var members: [String: Slot]?
    /// The elements of a list that is written element by element.
    var elements: [Slot]?

    /// What has been written.
    var json: JSONValue {
      if let members { return .object(members.mapValues(\.json)) }
      if let elements { return .array(elements.map(\.json)) }
      return whole ?? .object([:])
    }
  }

  /// The JSON of a value.
  static func json(of value: any Encodable, at codingPath: [any CodingKey]) throws -> JSONValue {
    // JSON inside of JSON is there already.
    if let json = value as? JSONValue { return json }
    let encoder = JSONValueEncoder(slot: Slot(), codingPath: codingPath)
    try value.encode(to: encoder)
    return encoder.slot.json
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if slot.members == nil { slot.members = [:] }
    return KeyedEncodingContainer(Members<Key>(slot: slot, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if slot.elements == nil { slot.elements = [] }
    return Elements(slot: slot, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
  func encodeNil() throws { slot.whole = .null }
  func encode(_ value: Bool) throws { slot.whole = .bool(value) }
  func encode(_ value: String) throws { slot.whole = .string(value) }
  func encode(_ value: Double) throws {
    slot.whole = Int64(exactly: value).map(JSONValue.int) ?? .number(value)
  }
  func encode(_ value: Float) throws { try encode(Double(value)) }
  func encode(_ value: Int) throws { try integer(value) }
  func encode(_ value: Int8) throws { try integer(value) }
  func encode(_ value: Int16) throws { try integer(value) }
  func encode(_ value: Int32) throws { try integer(value) }
  func encode(_ value: Int64) throws { try integer(value) }
  func encode(_ value: UInt) throws { try integer(value) }
  func encode(_ value: UInt8) throws { try integer(value) }
  func encode(_ value: UInt16) throws { try integer(value) }
  func encode(_ value: UInt32) throws { try integer(value) }
  func encode(_ value: UInt64) throws { try integer(value) }
  func encode<T: Encodable>(_ value: T) throws {
    slot.whole = try Self.json(of: value, at: codingPath)
  }

  /// Writes a whole number, which must fit 64 bits with a sign.
  private func integer(_ value: some FixedWidthInteger) throws {
    guard let number = Int64(exactly: value) else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "It does not fit 64 bits."))
    }
    slot.whole = .int(number)
  }
}

/// The members of an object on its way.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: JSONValueEncoder.Slot
  let codingPath: [any CodingKey]

  /// The encoder of a member.
  private func member(_ key: Key) -> JSONValueEncoder {
    let inner = JSONValueEncoder.Slot()
    slot.members?[key.stringValue] = inner
    return JSONValueEncoder(slot: inner, codingPath: codingPath + [key])
  }

  func encodeNil(forKey key: Key) throws { try member(key).encodeNil() }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try member(key).encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { member(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    member(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONValueEncoder(slot: slot, codingPath: codingPath) }

  func superEncoder(forKey key: Key) -> any Encoder { member(key) }
}

/// The elements of a list on its way.
private struct Elements: UnkeyedEncodingContainer {
  let slot: JSONValueEncoder.Slot
  let codingPath: [any CodingKey]

  var count: Int { slot.elements?.count ?? 0 }

  /// The encoder of another element.
  private func next() -> JSONValueEncoder {
    let inner = JSONValueEncoder.Slot()
    slot.elements?.append(inner)
    return JSONValueEncoder(slot: inner, codingPath: codingPath)
  }

  func encodeNil() throws { try next().encodeNil() }
  func encode<T: Encodable>(_ value: T) throws { try next().encode(value) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { next().container(keyedBy: type) }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }

  func superEncoder() -> any Encoder { next() }
}
