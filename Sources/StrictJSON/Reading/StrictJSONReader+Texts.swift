extension StrictJSONReader {
  /// Reads a text in quotes.
  mutating func text() throws(StrictJSONError) -> String {
    position += 1
    let start = position
    // Nearly every text has no escapes: it is taken over as it stands.
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    let text =
      if next == UInt8(ascii: "\\") {
        String(validating: try escaped(after: Array(bytes(from: start))), as: UTF8.self)
      } else {
        String(validating: bytes(from: start), as: UTF8.self)
      }
    guard let byte = next else { throw error(.unfinishedText) }
    position += 1
    guard byte == UInt8(ascii: "\"") else { throw error(.controlCharacter) }
    guard let text else { throw StrictJSONError(problem: .notUTF8, offset: start) }
    return text
  }

  /// Reads on to the closing quote, or to what ends the text too early; either stays next.
  private mutating func escaped(after beginning: [UInt8]) throws(StrictJSONError) -> [UInt8] {
    var text = beginning
    while let byte = next, byte != UInt8(ascii: "\""), byte >= 0x20 {
      position += 1
      if byte == UInt8(ascii: "\\") {
        text += String(Character(try escape())).utf8
      } else {
        text.append(byte)
      }
    }
    return text
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(StrictJSONError) -> Unicode.Scalar {
    guard let byte = next else { throw error(.unfinishedText) }
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
    case UInt8(ascii: "u"): return try scalar()
    default: throw error(.unknownEscape)
    }
  }

  /// Reads the digits after `\u`, and the second half of a pair.
  private mutating func scalar() throws(StrictJSONError) -> Unicode.Scalar {
    var value = try codeUnit()
    if (0xD800..<0xDC00).contains(value) {
      guard take("\\"), take("u") else { throw error(.halfSurrogatePair) }
      let second = try codeUnit()
      guard (0xDC00..<0xE000).contains(second) else { throw error(.halfSurrogatePair) }
      value = 0x1_0000 + (value - 0xD800) << 10 + (second - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw error(.halfSurrogatePair) }
    return scalar
  }

  /// Reads four hexadecimal digits.
  private mutating func codeUnit() throws(StrictJSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error(.unknownEscape)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
