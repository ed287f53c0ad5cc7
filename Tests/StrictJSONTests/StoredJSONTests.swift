import EventSourcing
import Foundation
import SeededRandom
import StrictJSON
import Testing

@Suite("Stored JSON has one form, and what was written can be read")
struct StoredJSONTests {
  /// The text of a value.
  private func text(_ value: JSONValue) throws -> String {
    String(decoding: try value.canonicalBytes(), as: UTF8.self)
  }

  /// The value of a text.
  private func value(_ text: String) throws -> JSONValue {
    try Array(text.utf8).withUnsafeBufferPointer { try JSONValue(strictly: $0) }
  }

  @Test("Names are sorted by their bytes, nothing is escaped without need, and there are no spaces")
  func form() throws {
    #expect(
      try text(
        .object([
          "b": .array([.int(-1), .bool(true), .null]), "a": .number(0.5), "B": .string("/é\u{7F}"),
          "": .object([:]), "\u{E000}": .int(1), "\u{10000}": .int(2),
        ]))
        == "{\"\":{},\"B\":\"/é\u{7F}\",\"a\":0.5,\"b\":[-1,true,null],\"\u{E000}\":1,\"\u{10000}\":2}"
    )
    #expect(
      try text(.string("\"\\\u{8}\t\n\u{C}\r\u{0}\u{1}\u{F}\u{10}\u{1F} "))
        == #""\"\\\b\t\n\f\r\u0000\u0001\u000f\u0010\u001f ""#)
  }

  @Test(
    "Numbers come back as what they are: whole ones as integers",
    arguments: [
      ("0", JSONValue.int(0)), ("-0", .int(0)), ("-0.0", .int(0)), ("1.0", .int(1)),
      ("1e3", .int(1_000)), ("9223372036854775807", .int(.max)),
      ("-9223372036854775808", .int(.min)), ("9223372036854775808", .number(0x1p63)),
      ("0.1", .number(0.1)), ("1E-2", .number(0.01)), ("5e-324", .number(.leastNonzeroMagnitude)),
      ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)),
    ])
  func numbers(text: String, expected: JSONValue) throws {
    #expect(try value(text) == expected)
    #expect(try value(" [ \(text) ] ") == .array([expected]))
    // Foundation reads it the same way.
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == expected)
  }

  @Test(
    "Whatever is no JSON is refused",
    arguments: [
      "", " ", "nul", "nulll", "tru", "True", "+1", "01", "-", "1.", ".5", "1e", "1e+", "0x1",
      "1e999", "Infinity", "NaN", "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"",
      "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "[", "[1", "[1,", "[1,]",
      "[,1]", "[1 2]", "]", "{", "{1:2}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}",
      "{\"a\":1,\"a\":1}", "1 2", "null,", "\u{FEFF}1", "'a'", "// 1", "\"\\u+123\"",
    ])
  func malformed(text: String) {
    #expect(throws: StrictJSONError.self) { try value(text) }
  }

  @Test("Escapes of every kind are read")
  func escapes() throws {
    #expect(
      try value(#""a\"\\\/\b\f\n\r\t\u00e9\u00E9\ud83c\udf3ez""#)
        == .string("a\"\\/\u{8}\u{C}\n\r\té\u{E9}🌾z"))
  }

  @Test("Bytes that are no UTF-8 are refused")
  func invalidUTF8() {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0x5C, 0x6E, 0xE9, 0x22],
    ] {
      #expect(throws: StrictJSONError.self) {
        try bytes.withUnsafeBufferPointer { try JSONValue(strictly: $0) }
      }
    }
  }

  @Test("Nesting is limited alike for writing and reading, and for Foundation")
  func depth() throws {
    var deep = JSONValue.int(1)
    for _ in 0...JSONValue.maximumDepth { deep = .array([deep]) }
    let text = try text(deep)
    #expect(try value(text) == deep)
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == deep)
    #expect(throws: UnwritableJSON.tooDeep) { try JSONValue.array([deep]).canonicalBytes() }
    #expect(throws: StrictJSONError.self) { try value("[\(text)]") }
    #expect(throws: UnwritableJSON.tooDeep) { try JSONValue.object(["a": deep]).canonicalBytes() }
    #expect(throws: StrictJSONError.self) { try value("{\"a\":\(text)}") }
  }

  @Test("Random values come back, have one text, and mean the same to Foundation")
  func random() throws {
    for seed in UInt64(0)..<400 {
      var random = SeededGenerator(seed: seed)
      let original = Self.value(depth: 0, &random)
      let text = try text(original)
      #expect(try value(text) == original, "seed \(seed)")
      #expect(try self.text(value(text)) == text, "seed \(seed)")
      let decoded = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
      #expect(decoded == original, "seed \(seed)")
      let encoded = try JSONEncoder().encode(original)
      #expect(try value(String(decoding: encoded, as: UTF8.self)) == original, "seed \(seed)")
    }
  }

  /// Some value.
  private static func value(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0...(depth < 4 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .int(.random(in: .min ... .max, using: &random))
    case 3: .number(.random(in: 0..<1, using: &random) + 0.5.ulp)
    case 4, 5: .string(string(&random))
    case 6:
      .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth + 1, &random) })
    default:
      .object(
        Dictionary(
          (0..<Int.random(in: 0...4, using: &random)).map { _ in
            (string(&random), value(depth: depth + 1, &random))
          }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// Some text, with characters of every length.
  private static func string(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      ["a", "\"", "\\", "\n", "\u{0}", "\u{1F}", "é", "e\u{301}", "\u{FFFF}", "🌾", "/", "u0041"][
        Int.random(in: 0..<12, using: &random)]
    }.joined()
  }
}
