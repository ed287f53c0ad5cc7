package import Foundation

/// Reads JSON (RFC 8259) strictly: whatever two programs could understand differently is refused.
///
/// **Refused are** numbers, names that occur twice in one object, bytes that are no UTF-8, halves of surrogate pairs,
/// control characters in texts, a byte order mark, anything behind the value, and nesting deeper than ``maximumDepth``.
///
/// **Time and memory grow with the number of bytes** and with nothing else; there are never more than ``maximumSize``.
package struct StrictJSONReader {
  /// How many levels lists and objects may be nested.
  package static let maximumDepth = 32
  /// How many bytes a document may have.
  package static let maximumSize = 1_000_000

  private let bytes: [UInt8]
  private var position = 0

  /// Reads a document.
  package static func value(of data: Data) throws(StrictJSONError) -> StrictJSON {
    guard data.count <= maximumSize else {
      throw StrictJSONError(problem: "is longer than \(maximumSize) bytes", offset: maximumSize)
    }
    // Swift's own check, once and for all: no byte below is anything but UTF-8.
    guard let text = String(validating: data, as: UTF8.self) else {
      throw StrictJSONError(problem: "is not UTF-8", offset: 0)
    }
    var reader = StrictJSONReader(bytes: Array(text.utf8))
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == reader.bytes.count else {
      throw reader.error("has something behind its end")
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads one value.
  private mutating func value(depth: Int) throws(StrictJSONError) -> StrictJSON {
    guard depth <= Self.maximumDepth else { throw error("is nested too deeply") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      throw error("holds a number, and certificates write numbers as texts")
    default: throw error("is not valid")
    }
  }

  /// Reads an object.
  private mutating func object(depth: Int) throws(StrictJSONError) -> StrictJSON {
    position += 1
    var members: [StrictJSON.Member] = []
    var names: Set<[UInt8]> = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("is not valid") }
      let start = position
      let name = try string()
      guard names.insert(Array(name.utf8)).inserted else {
        throw StrictJSONError(problem: "has the same name twice in one object", offset: start)
      }
      skipSpace()
      guard take(":") else { throw error("is not valid") }
      members.append(.init(name, try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("is not valid") }
    return .object(members)
  }

  /// Reads a list.
  private mutating func array(depth: Int) throws(StrictJSONError) -> StrictJSON {
    position += 1
    var elements: [StrictJSON] = []
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw error("is not valid") }
    return .array(elements)
  }

  /// Reads a text.
  private mutating func string() throws(StrictJSONError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw error("has a control character in a text")
      default: text.append(byte)
      }
    }
    throw error("ends in the middle of a text")
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(StrictJSONError) -> Unicode.Scalar {
    guard let byte = next else { throw error("ends in the middle of a text") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw error("has an escape that JSON does not know")
    }
    let first = try hexadecimal()
    guard (0xD800..<0xDC00).contains(first) else { return try scalar(first) }
    guard take("\\"), take("u") else { throw error("has half of a surrogate pair") }
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second) else { throw error("has half of a surrogate pair") }
    return try scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  /// The character of a number.
  private func scalar(_ number: UInt32) throws(StrictJSONError) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(number) else { throw error("has half of a surrogate pair") }
    return scalar
  }

  /// Reads four hexadecimal digits.
  private mutating func hexadecimal() throws(StrictJSONError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("has an escape that JSON does not know")
      }
      number = number << 4 | UInt32(digit)
      position += 1
    }
    return number
  }

  /// Reads one of the three words.
  private mutating func word(
    _ word: StaticString, _ value: StrictJSON
  ) throws(StrictJSONError) -> StrictJSON {
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[position...].starts(with: expected) else { throw error("is not valid") }
    position += expected.count
    return value
  }

  /// The byte at the position; `nil` at the end.
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Passes over one character if it is the next one.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Passes over white space.
  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  /// What is wrong at the position.
  private func error(_ problem: String) -> StrictJSONError {
    StrictJSONError(problem: problem, offset: position)
  }
}
