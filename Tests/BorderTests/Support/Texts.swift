import Border
import SeededRandom

/// A call that is there for tests only.
struct Probe: WireCall {
  typealias Reply = String
  static let method = "test.probe"
  var text: String
}

/// The bytes of a frame around any text: its length in four bytes, highest first, then the text.
func framed(_ text: [UInt8]) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: text.count >> $0) } + text
}

/// The bytes of a frame around a text.
func framed(_ text: String) -> [UInt8] { framed(Array(text.utf8)) }

extension SeededGenerator {
  /// A text of up to some pieces, among them whatever has a meaning in JSON.
  mutating func text(upTo count: Int) -> String {
    let pieces = [
      "a", "Ω", "🌾", "[", "]", "{", "}", "\"", "\\", "\\\"", "\n", "\u{0}", "\u{1B}", "/", ":",
      "seed", " ", "e\u{301}",
    ]
    return (0..<Int.random(in: 0...count, using: &self)).map { _ in pick(pieces) }.joined()
  }

  /// Some bytes.
  mutating func bytes(upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      UInt8.random(in: 0...255, using: &self)
    }
  }
}
