import EventSourcing

/// Reads one JSON text, strictly and in linear time; the bytes may be hostile.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// Begins with the first byte.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Reads the whole text.
  mutating func document() throws(CanonicalJSON.Fault) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw malformed }
    return value
  }

  /// The fault of the byte that is next.
  private var malformed: CanonicalJSON.Fault { .malformed(at: index) }

  /// The byte that is next, if there is one.
  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Passes what may stand between values.
  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      index += 1
    }
  }

  /// Passes one character if it is next.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Passes a word that must be next.
  private mutating func skip(word: StaticString) throws(CanonicalJSON.Fault) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[offset] else { throw malformed }
      index += 1
    }
  }

  // MARK: - Values

  /// Reads a value and the space before it.
  private mutating func value(depth: Int) throws(CanonicalJSON.Fault) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "t"):
      try skip(word: "true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try skip(word: "false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try skip(word: "null")
      return .null
    default: return try number()
    }
  }

  /// Reads an object; a name that comes twice is a fault.
  private mutating func object(depth: Int) throws(CanonicalJSON.Fault) -> JSONValue {
    guard depth <= JSONValue.maximumDepth else { throw .tooDeep }
    index += 1
    var members: [String: JSONValue] = [:]
    skipSpace()
    if skip("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw malformed }
      let name = try string()
      skipSpace()
      guard skip(":") else { throw malformed }
      guard members.updateValue(try value(depth: depth + 1), forKey: name) == nil else {
        throw malformed
      }
      skipSpace()
    } while skip(",")
    guard skip("}") else { throw malformed }
    return .object(members)
  }

  /// Reads a list.
  private mutating func array(depth: Int) throws(CanonicalJSON.Fault) -> JSONValue {
    guard depth <= JSONValue.maximumDepth else { throw .tooDeep }
    index += 1
    var values: [JSONValue] = []
    skipSpace()
    if skip("]") { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while skip(",")
    guard skip("]") else { throw malformed }
    return .array(values)
  }

  // MARK: - Numbers

  /// Reads a number: a whole one as an integer if 64 bits hold it.
  private mutating func number() throws(CanonicalJSON.Fault) -> JSONValue {
    let start = index
    _ = skip("-")
    if !skip("0") { try skipDigits() }
    var isWhole = true
    if skip(".") {
      isWhole = false
      try skipDigits()
    }
    if skip("e") || skip("E") {
      isWhole = false
      _ = skip("+") || skip("-")
      try skipDigits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let value = Int64(text) { return .int(value) }
    guard let value = Double(text), value.isFinite else { throw malformed }
    return Int64(exactly: value).map(JSONValue.int) ?? .number(value)
  }

  /// Passes one digit or more.
  private mutating func skipDigits() throws(CanonicalJSON.Fault) {
    let start = index
    while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
    guard index > start else { throw malformed }
  }

  // MARK: - Texts

  /// Reads a text in quotes.
  private mutating func string() throws(CanonicalJSON.Fault) -> String {
    index += 1
    let start = index
    // Nearly every text has no escapes: it is taken over as it stands.
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      index += 1
    }
    var text: [UInt8]?
    if next == UInt8(ascii: "\\") {
      text = try escaped(after: Array(bytes[start..<index]))
    }
    let end = index
    guard skip("\"") else { throw malformed }
    let result =
      if let text {
        String(validating: text, as: UTF8.self)
      } else {
        String(validating: bytes[start..<end], as: UTF8.self)
      }
    guard let result else { throw .malformed(at: start) }
    return result
  }

  /// Reads on to the closing quote, which stays next.
  private mutating func escaped(after beginning: [UInt8]) throws(CanonicalJSON.Fault) -> [UInt8] {
    var text = beginning
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw malformed }
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard let escape = next else { throw malformed }
      index += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"): text += String(Character(try scalar())).utf8
      default: throw malformed
      }
    }
    return text
  }

  /// Reads the digits after `\u`, and the second half of a pair.
  private mutating func scalar() throws(CanonicalJSON.Fault) -> Unicode.Scalar {
    let first = try codeUnit()
    var value = first
    if (0xD800..<0xDC00).contains(first) {
      guard skip("\\"), skip("u") else { throw malformed }
      let second = try codeUnit()
      guard (0xDC00..<0xE000).contains(second) else { throw malformed }
      value = 0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw malformed }
    return scalar
  }

  /// Reads four hexadecimal digits.
  private mutating func codeUnit() throws(CanonicalJSON.Fault) -> UInt32 {
    guard bytes.count - index >= 4 else { throw malformed }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw malformed }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }
}
