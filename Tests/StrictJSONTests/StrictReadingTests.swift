import Foundation
import StrictJSON
import Testing

@Suite("Reading JSON strictly")
struct StrictReadingTests {
  @Test(
    "what two programs could understand differently is refused, with the reason",
    arguments: [
      (#"{"a":"1","a":"2"}"#, "same name twice"), (#"{"a":"1","\u0061":"2"}"#, "same name twice"),
      (#"{"a":1}"#, "number"), (#"[-0]"#, "number"), (#"[1e400]"#, "number"),
      (#"["\ud83d"]"#, "surrogate"), (#"["\ude00\ud83d"]"#, "surrogate"),
      (#"["\ud83dx"]"#, "surrogate"), ("[\"a\nb\"]", "control character"),
      (#"["\x41"]"#, "escape"), (#"["\u00g0"]"#, "escape"), (#"{} {}"#, "behind its end"),
      (#"{"a":"b",}"#, "not valid"), (#"["a",]"#, "not valid"), ("{'a':true}", "not valid"),
      (#"{"a" "b"}"#, "not valid"), ("", "not valid"), ("nul", "not valid"), ("[tru]", "not valid"),
      (#"["a"#, "middle of a text"), ("\u{FEFF}{}", "not valid"), ("NaN", "not valid"),
      ("[// comment\n]", "not valid"),
    ])
  func refused(json: String, reason: String) throws {
    let error = #expect(throws: StrictJSONError.self) {
      try OrderedJSON(strictly: Data(json.utf8))
    }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  @Test(
    "bytes that are no UTF-8 are refused",
    arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]])
  func notUTF8(bytes: [UInt8]) {
    #expect(throws: StrictJSONError.self) { try OrderedJSON(strictly: Data(bytes)) }
  }

  @Test(
    "nesting is read down to its limit and refused below it",
    arguments: [("[", "]"), (#"{"a":"#, "}")])
  func depth(open: String, close: String) throws {
    func json(_ levels: Int) -> Data {
      Data(
        (String(repeating: open, count: levels) + "true" + String(repeating: close, count: levels))
          .utf8)
    }
    _ = try OrderedJSON(strictly: json(OrderedJSON.maximumLevels))
    #expect(throws: StrictJSONError.self) {
      try OrderedJSON(strictly: json(OrderedJSON.maximumLevels + 1))
    }
    // Far deeper than any stack.
    #expect(throws: StrictJSONError.self) { try OrderedJSON(strictly: json(90_000)) }
  }

  @Test("a document that is longer than the limit is not even looked at")
  func size() {
    let data = Data(repeating: UInt8(ascii: " "), count: OrderedJSON.maximumSize + 1)
    let error = #expect(throws: StrictJSONError.self) { try OrderedJSON(strictly: data) }
    #expect(error?.description.contains("longer") == true)
  }

  @Test("escapes are read as the characters they stand for")
  func escapes() throws {
    let value = try OrderedJSON(
      strictly: Data(#" [ "\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\" ] "#.utf8))
    #expect(value.elements.first?.text == "é😀/\u{8}\u{C}\n\r\t\"\\")
  }
}
