import Foundation
import SeededRandom
import StrictJSON
import Testing

@Suite("Canonical JSON of certificates")
struct OrderedJSONTests {
  @Test("names stand in the order of their UTF-16 code units, whatever order they came in")
  func order() throws {
    // RFC 8785, section 3.2.3: the emoji's first unit is D83D, which is less than FB33.
    let names = ["\u{FB33}", "😀", "\u{20AC}", "\r", "1", "\u{80}", "ö"]
    let sorted = ["\r", "1", "\u{80}", "ö", "\u{20AC}", "😀", "\u{FB33}"]
    let value = OrderedJSON.object(names.map { .init($0, .null) })
    let read = try OrderedJSON(strictly: Data(value.canonical.utf8))
    #expect(read.members.map { Array($0.name.utf8) } == sorted.map { Array($0.utf8) })
  }

  @Test("texts are escaped as little as JSON allows, and never normalised")
  func escapes() {
    #expect(
      OrderedJSON.string("\u{8}\t\n\u{C}\r\u{0}\u{1F}\"\\/").canonical
        == #""\b\t\n\f\r\u0000\u001f\"\\/""#)
    let composed = Array(OrderedJSON.string("\u{E9}e\u{301}\u{7F}\u{2028}").canonical.utf8)
    #expect(composed == [0x22, 0xC3, 0xA9, 0x65, 0xCC, 0x81, 0x7F, 0xE2, 0x80, 0xA8, 0x22])
  }

  @Test("two texts that look alike and differ in bytes are two names")
  func equivalence() throws {
    let json = "{\"\u{E9}\":true,\"e\u{301}\":false}"
    let value = try OrderedJSON(strictly: Data(json.utf8))
    #expect(value.members.count == 2)
    guard case .bool(false)? = value["e\u{301}"] else {
      Issue.record("the decomposed name finds its own value")
      return
    }
  }

  @Test("what is written, pretty or canonical, reads as the same value", arguments: 0..<200)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let value = Self.value(depth: 4, &random)
    for text in [value.canonical, value.pretty] {
      let read = try OrderedJSON(strictly: Data(text.utf8))
      #expect(Array(read.canonical.utf8) == Array(value.canonical.utf8))
    }
  }

  /// A value of any kind.
  private static func value(depth: Int, _ random: inout SeededGenerator) -> OrderedJSON {
    switch random.next(below: depth > 0 ? 6 : 4) {
    case 0: return .null
    case 1: return .bool(random.toss())
    case 2, 3: return .string(text(&random))
    case 4: return .array((0..<random.next(below: 4)).map { _ in value(depth: depth - 1, &random) })
    default:
      return .object(
        (0..<random.next(below: 4)).map { index in
          .init("\(index)\(text(&random))", value(depth: depth - 1, &random))
        })
    }
  }

  /// A text of odd characters.
  private static func text(_ random: inout SeededGenerator) -> String {
    let odd = [
      "a", "é", "e\u{301}", "😀", "\"", "\\", "\n", "\u{0}", "\u{7F}", "\u{2028}", "</", "]]>",
    ]
    return (0..<random.next(below: 6)).map { _ in odd[random.next(below: odd.count)] }.joined()
  }
}
