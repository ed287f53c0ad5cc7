import EventSourcing
import Foundation
import Testing

@Suite("JSON values")
struct JSONValueTests {
  @Test(
    "Every kind of value survives encoding",
    arguments: [
      .null,
      .bool(true),
      .bool(false),
      .int(0),
      .int(.min),
      .int(.max),
      .number(0.25),
      .number(1e300),
      .string(""),
      .string("\"1\"\n☃"),
      .array([]),
      .array([.null, .int(1), .array([.bool(true)])]),
      .object([:]),
      .object(["a": .object(["b": .array([.number(-1.5)])]), "": .null]),
    ] as [JSONValue])
  func roundTrip(value: JSONValue) throws {
    try expectRoundTrip(value)
  }

  @Test(
    "A whole number decodes as an integer, any other as a number",
    arguments: [
      ("1", .int(1)),
      ("1.0", .int(1)),
      ("-3", .int(-3)),
      ("1.5", .number(1.5)),
      ("9223372036854775807", .int(.max)),
      ("1e19", .number(1e19)),
      ("\"1\"", .string("1")),
      ("true", .bool(true)),
      ("[0,false]", .array([.int(0), .bool(false)])),
    ] as [(String, JSONValue)])
  func numberRule(text: String, expected: JSONValue) throws {
    try #expect(decode(JSONValue.self, from: text) == expected)
  }

  @Test("A whole number kept as a number comes back as an integer")
  func wholeNumber() throws {
    try #expect(decode(JSONValue.self, from: json(of: JSONValue.number(1))) == .int(1))
  }

  @Test("Deep nesting decodes, and too deep nesting is an error")
  func depth() throws {
    func nested(_ depth: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    let deepest = JSONValue.maximumDepth + 1
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      try expectRoundTrip(decode(JSONValue.self, from: nested(deepest, open, close)))
      for depth in [deepest + 1, 400, 100_000] {
        #expect(throws: DecodingError.self) {
          try decode(JSONValue.self, from: nested(depth, open, close))
        }
      }
    }
  }

  @Test("A number that JSON cannot express does not encode")
  func infinity() {
    #expect(throws: EncodingError.self) { try json(of: JSONValue.array([.number(.infinity)])) }
  }
}
