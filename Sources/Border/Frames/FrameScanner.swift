import FoundationEssentials
import Glibc

/// Reads the head of a frame's text from its front.
struct FrameScanner {
  private let text: [UInt8]
  private var position = 0

  /// Starts at the front of a text.
  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Goes past an expected piece of text; stays where it is when something else is there.
  mutating func skip(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard text.count - position >= count else { return false }
    let isThere = text.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + position, expected.utf8Start, count) == 0 } ?? false
    }
    if isThere { position += count }
    return isThere
  }

  /// Goes past a whole number that fits an `Int`.
  mutating func number() -> Int? {
    let start = position
    _ = skip("-")
    while position < text.count, text[position] >= 0x30, text[position] <= 0x39 { position += 1 }
    return Int(String(decoding: text[start..<position], as: UTF8.self))
  }

  /// Goes past the name of a method: text up to a quotation mark, without escapes.
  mutating func name() -> String? {
    guard let end = text[position...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    let name = text[position..<end]
    guard !name.contains(UInt8(ascii: "\\")) else { return nil }
    position = end
    return String(validating: name, as: UTF8.self)
  }

  /// What is left but for the brace that closes the frame.
  func rest() -> Data? {
    guard position < text.count - 1, text.last == UInt8(ascii: "}") else { return nil }
    return Data(text[position..<text.count - 1])
  }
}
