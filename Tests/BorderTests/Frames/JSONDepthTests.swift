import Border
import EventSourcing
import Foundation
import SeededRandom
import Testing

@Suite("Nesting is limited before a text is decoded")
struct JSONDepthTests {
  /// A random value and how deep its arrays and objects nest.
  private static func value(
    _ random: inout SeededGenerator, room: Int
  ) -> (value: JSONValue, depth: Int) {
    let kind = room == 0 ? 0 : Int.random(in: 0..<4, using: &random)
    if kind < 2 { return (.string(random.text(upTo: 6)), 0) }
    let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      value(&random, room: room - 1)
    }
    let depth = 1 + (parts.map(\.depth).max() ?? 0)
    if kind == 2 { return (.array(parts.map(\.value)), depth) }
    let members = parts.enumerated().map { index, part in
      ("\(index)" + random.text(upTo: 4), part.value)
    }
    return (.object(Dictionary(uniqueKeysWithValues: members)), depth)
  }

  @Test("The depth of a value is what it was built with, whatever its texts hold")
  func anyValue() throws {
    var deepest = 0
    for seed in 0..<2_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let (value, depth) = Self.value(&random, room: 8)
      let text = Array(try JSONEncoder().encode(value))
      #expect(jsonDepth(of: text, isAtMost: depth), "seed \(seed)")
      if depth > 0 { #expect(!jsonDepth(of: text, isAtMost: depth - 1), "seed \(seed)") }
      deepest = max(deepest, depth)
    }
    #expect(deepest > 4)
  }

  @Test(
    "Brackets within texts do not count, and an escaped quotation mark does not end a text",
    arguments: [
      #""[[[[""#, #"["\"[[["]"#, #"["\\"]"#, #"["\\\"[[["]"#, #"{"[[[":"{{{"}"#, #"["\u005b[["]"#,
    ])
  func texts(text: String) {
    #expect(jsonDepth(of: Array(text.utf8), isAtMost: 1))
  }

  @Test(
    "Brackets after a text do count",
    arguments: [#"["\\",[]]"#, #"["",[]]"#, #"["\"",[]]"#, #"{"a\\":{}}"#])
  func afterTexts(text: String) {
    #expect(!jsonDepth(of: Array(text.utf8), isAtMost: 1))
    #expect(jsonDepth(of: Array(text.utf8), isAtMost: 2))
  }

  @Test("A frame of 64 levels passes and one of 65 is refused")
  func frames() throws {
    for (inner, passes) in [(63, true), (64, false), (100_000, false)] {
      let nested = String(repeating: "[", count: inner) + String(repeating: "]", count: inner)
      let text = Array(#"{"v":1,"id":7,"reply":\#(nested)}"#.utf8)
      if passes {
        #expect(try Frame(parsing: text).kind == .reply)
      } else {
        #expect(throws: FrameError.tooDeep(limit: 64)) { try Frame(parsing: text) }
      }
    }
  }

  @Test("A million brackets do not use up the stack", arguments: ["[", "{\"a\":"])
  func flood(opening: String) {
    let text = Array(String(repeating: opening, count: 1_000_000).utf8)
    #expect(throws: FrameError.tooDeep(limit: 64)) { try Frame(parsing: text) }
  }

  @Test("Closing brackets buy no room for opening ones")
  func closingFirst() {
    for closing in ["]", "[]]", "{}}}"] {
      let text = String(repeating: closing, count: 500) + String(repeating: "[", count: 500)
      #expect(throws: FrameError.self) { try Frame(parsing: Array(text.utf8)) }
    }
  }
}
