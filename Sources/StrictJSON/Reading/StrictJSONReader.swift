/// Reads JSON (RFC 8259) strictly: whatever two programs could understand differently is refused.
///
/// **Refused are** names that occur twice in one object, texts that are no UTF-8, halves of surrogate pairs, control
/// characters in texts, a byte order mark, anything behind the value, nesting that is deeper than the kind of value
/// allows, and numbers that it cannot hold.
///
/// **The bytes may be hostile.** Time and memory grow with their number and with nothing else, and nothing traps.
struct StrictJSONReader<Value: StrictlyReadable> {
  private let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  /// Reads a text, which must be all there is.
  static func value(of bytes: UnsafeBufferPointer<UInt8>) throws(StrictJSONError) -> Value {
    var reader = StrictJSONReader(bytes: bytes)
    let value = try reader.value(below: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw reader.error(.trailingContent) }
    return value
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  // MARK: - Values

  /// Reads a value and the space before it.
  ///
  /// - Parameter levels: How many lists and objects it lies in.
  private mutating func value(below levels: Int) throws(StrictJSONError) -> Value {
    skipSpace()
    switch next {
    case UInt8(ascii: "\""): return .string(try text())
    case UInt8(ascii: "{"): return try object(below: levels)
    case UInt8(ascii: "["): return try array(below: levels)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
    default: throw error(.malformed)
    }
  }

  /// Reads an object.
  private mutating func object(below levels: Int) throws(StrictJSONError) -> Value {
    position += 1
    guard levels < Value.maximumLevels else { throw error(.tooDeep) }
    var members = Value.noMembers
    skipSpace()
    if take("}") { return .object(of: members) }
    repeat {
      skipSpace()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw error(.malformed) }
      let name = try text()
      skipSpace()
      guard take(":") else { throw error(.malformed) }
      guard Value.add(try value(below: levels + 1), named: name, to: &members) else {
        throw StrictJSONError(problem: .repeatedName, offset: start)
      }
      skipSpace()
    } while take(",")
    guard take("}") else { throw error(.malformed) }
    return .object(of: members)
  }

  /// Reads a list.
  private mutating func array(below levels: Int) throws(StrictJSONError) -> Value {
    position += 1
    guard levels < Value.maximumLevels else { throw error(.tooDeep) }
    var elements: [Value] = []
    skipSpace()
    if take("]") { return .array(elements) }
    repeat {
      elements.append(try value(below: levels + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw error(.malformed) }
    return .array(elements)
  }

  /// Reads one of the three words.
  private mutating func word(
    _ word: StaticString, _ value: Value
  ) throws(StrictJSONError) -> Value {
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[position...].starts(with: expected) else { throw error(.malformed) }
    position += expected.count
    return value
  }

  // MARK: - Numbers

  /// Reads a number.
  private mutating func number() throws(StrictJSONError) -> Value {
    if let refusal = Value.numberRefusal { throw error(.number(refusal)) }
    let start = position
    _ = take("-")
    if !take("0") { try skipDigits() }
    var isWhole = true
    if take(".") {
      isWhole = false
      try skipDigits()
    }
    if take("e") || take("E") {
      isWhole = false
      _ = take("+") || take("-")
      try skipDigits()
    }
    let literal = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Value.number(literal, isWhole: isWhole) else { throw error(.malformed) }
    return value
  }

  /// Passes over one digit or more.
  private mutating func skipDigits() throws(StrictJSONError) {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    guard position > start else { throw error(.malformed) }
  }

  // MARK: - Bytes

  /// The byte at the position; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The bytes from a place up to the position.
  func bytes(from start: Int) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[start..<position] }

  /// Passes over one character if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Passes over white space.
  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  /// The error at the position.
  func error(_ problem: StrictJSONError.Problem) -> StrictJSONError {
    StrictJSONError(problem: problem, offset: position)
  }
}
