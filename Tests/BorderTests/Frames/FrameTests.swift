import Border
import Foundation
import Testing

@Suite("A frame is a versioned JSON object of one kind")
struct FrameTests {
  /// Parses a text.
  private static func parse(_ text: String) throws -> Frame {
    try Frame(parsing: Array(text.utf8))
  }

  @Test("Calls, replies and refusals are told apart by their third member")
  func kinds() throws {
    let call = try Self.parse(#"{"v":1,"id":7,"call":"lot.decide","body":{"text":"x"}}"#)
    #expect(call.id == 7)
    #expect(call.kind == .call(method: "lot.decide"))
    #expect(try call.body(as: Probe.self).text == "x")
    let reply = try Self.parse(#"{"v":1,"id":-3,"reply": [1, 2] }"#)
    #expect(reply.id == -3)
    #expect(reply.kind == .reply)
    #expect(try reply.reply(as: [Int].self) == [1, 2])
    let refusal = try Self.parse(#"{"v":1,"id":0,"refusal":"no such \"method\""}"#)
    #expect(refusal.kind == .refusal(reason: #"no such "method""#))
  }

  @Test("A reply of null is a reply of nothing")
  func nullReply() throws {
    let frame = try Self.parse(#"{"v":1,"id":7,"reply":null}"#)
    #expect(frame.kind == .reply)
    #expect(try frame.reply(as: String?.self) == nil)
    #expect(throws: FrameError.malformed) { try frame.reply(as: String.self) }
  }

  @Test("Another version is refused by its number", arguments: [0, 2, -1, Int.max])
  func otherVersion(version: Int) {
    #expect(throws: FrameError.unknownVersion(version)) {
      try Self.parse(#"{"v":\#(version),"id":7,"call":"x","body":{}}"#)
    }
  }

  @Test(
    "What lacks a member, has another order or space between members, or is no object is refused",
    arguments: [
      "", " ", "null", "7", "\"v\"", "[]", "{}", "[1,2", "{\"v\":1", "truefalse",
      #"{"id":7,"reply":1}"#, #"{"v":1,"reply":1}"#, #"{"v":1,"id":7}"#, #"{"v":1,"id":7"#,
      #"{"v":1,"id":7,"body":{}}"#, #"{"v":"1","id":7,"reply":1}"#, #"{"v":1,"id":"7","reply":1}"#,
      #"{"v":1,"id":7.5,"reply":1}"#, #"{"v":1,"id":null,"reply":1}"#,
      #"{"v":1,"id":99999999999999999999,"reply":1}"#, #"{"v":1,"id":7,"call":3,"body":{}}"#,
      #"{"v":1,"id":-,"reply":1}"#, #"{"v":1,"id":,"reply":1}"#, #"{"v":1,"id":+7,"reply":1}"#,
      #"{"v":1,"id":7,"call":null}"#, #"{"v":1,"id":7,"refusal":{}}"#, #"{"v":1,"id":7,"reply":1"#,
      #"{"v":1,"id":7,"reply":}"#, #"{"v":1,"id":7,"call":"x"}"#, #"{"v":1,"id":7,"call":"x"#,
      #"{"v":1,"id":7,"call":"x\"y","body":{}}"#, #"{"v":1,"id":7,"reply":1} "#,
      #"{"id":7,"v":1,"reply":1}"#, #"{"v":1,"id":7, "reply":1}"#, #" {"v":1,"id":7,"reply":1}"#,
      #"{"v":1,"id":7,"refusal":"y","reply":1}"#, #"{'v':1,'id':7,'reply':1}"#,
    ])
  func malformed(text: String) {
    #expect(throws: FrameError.malformed) { try Self.parse(text) }
  }

  @Test(
    "What follows the third member is no part of a frame, which shows when that member is read",
    arguments: [
      #"{"v":1,"id":7,"reply":1,"refusal":"y"}"#, #"{"v":1,"id":7,"reply":1,"reply":1}"#,
      #"{"v":1,"id":7,"reply":1}{"v":1,"id":8,"reply":1}"#, #"{"v":1,"id":7,"reply":1,}"#,
      #"{"v":1,"id":7,"reply":1 1}"#, #"{"v":1,"id":7,"reply":1}}"#,
    ])
  func trailing(text: String) {
    #expect(throws: FrameError.malformed) { try Self.parse(text).reply(as: Int.self) }
  }

  @Test("Every number that is written is read back", arguments: [0, 1, -1, Int.max, Int.min])
  func numbers(id: Int) throws {
    #expect(try Frame(parsing: Array(try Frame.reply(1, id: id).dropFirst(4))).id == id)
  }

  @Test("Bytes that are not UTF-8 are refused, at the latest when they are read")
  func notUTF8() {
    let head = Array(#"{"v":1,"id":7,"reply":""#.utf8)
    let tail = Array(#""}"#.utf8)
    for bytes in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80]] as [[UInt8]] {
      #expect(throws: FrameError.malformed) {
        try Frame(parsing: head + bytes + tail).reply(as: String.self)
      }
    }
  }

  @Test(
    "UTF-16 and UTF-32 are refused: in them, brackets would escape the limit of nesting",
    arguments: [
      .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32LittleEndian, .utf32BigEndian,
    ] as [String.Encoding])
  func otherEncodings(encoding: String.Encoding) throws {
    // The second byte of "∀" in UTF-16 is that of a quotation mark.
    let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
    for text in [#"{"v":1,"id":7,"reply":1}"#, #"{"v":1,"s":"∀","id":7,"reply":\#(deep)}"#] {
      let bytes = try #require(text.data(using: encoding))
      #expect(throws: FrameError.self) { try Frame(parsing: Array(bytes)) }
    }
  }

  @Test("An unfitting argument is refused when it is read")
  func unfittingBody() throws {
    for text in [
      #"{"v":1,"id":7,"call":"test.probe","body":null}"#,
      #"{"v":1,"id":7,"call":"test.probe","body":{"text":3}}"#,
    ] {
      let frame = try Self.parse(text)
      #expect(throws: FrameError.malformed) { try frame.body(as: Probe.self) }
      #expect(throws: FrameError.malformed) { try frame.reply(as: String.self) }
    }
  }

  @Test("What is written is what the documentation says: length, version, number and one kind")
  func written() throws {
    let written: [([UInt8], NSDictionary)] = [
      (
        try Frame.call(Probe(text: "a/b"), id: 7),
        ["v": 1, "id": 7, "call": "test.probe", "body": ["text": "a/b"]]
      ),
      (try Frame.reply(["x": 1], id: 8), ["v": 1, "id": 8, "reply": ["x": 1]]),
      (try Frame.reply(String?.none, id: 8), ["v": 1, "id": 8, "reply": NSNull()]),
      (try Frame.refusal("no", id: 9), ["v": 1, "id": 9, "refusal": "no"]),
    ]
    for (bytes, expected) in written {
      let text = Array(bytes.dropFirst(4))
      #expect(bytes == framed(text))
      let object = try JSONSerialization.jsonObject(with: Data(text))
      #expect(object as? NSDictionary == expected)
    }
  }

  @Test("Reasons read as clauses about the sender")
  func reasons() {
    #expect(
      FrameError.tooLarge(bytes: 9, limit: 8).description
        == "announced a frame of 9 bytes; the limit is 8")
    #expect(
      FrameError.tooDeep(limit: 64).description == "sent a frame nested deeper than 64 levels")
    #expect(
      FrameError.unknownVersion(2).description
        == "spoke version 2 of the protocol; this grader speaks 1")
    #expect(FrameError.malformed.description == "sent bytes that are not a frame")
  }
}
