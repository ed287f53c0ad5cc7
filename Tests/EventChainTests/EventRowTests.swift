import EventChain
import EventSourcing
import StrictJSON
import Testing

@Suite("An event is stored as a row of bytes and read from it")
struct EventRowTests {
  /// A row in its place.
  private static func row(_ event: NewEvent) throws -> EventRow {
    Head.empty.extended(by: [try EventRow(event, in: "lot", at: 7)], after: 0).links[0].event
  }

  @Test("What was given comes back, with its place")
  func roundTrip() throws {
    let event = NewEvent(
      id: "e-1", type: "lot.tested", schema: 3, payload: .array([.int(1), .null, .string("é\n")]),
      metadata: ["by": "ida", "": "\u{0}"])
    let recorded = try RecordedEvent(try Self.row(event))
    #expect(
      recorded
        == RecordedEvent(event: event, stream: "lot", version: 1, position: 1, recordedAt: 7))
  }

  @Test("Names that Swift calls equal are the same bytes")
  func equalNames() throws {
    let rows = try ["caf\u{E9}", "cafe\u{301}"].map {
      try EventRow(
        NewEvent(id: EventID(rawValue: $0), type: "t", payload: .null),
        in: StreamID(rawValue: $0), at: 0)
    }
    #expect(rows[0] == rows[1])
  }

  @Test("A payload that JSON cannot express is refused before it has a place")
  func unwritable() {
    #expect(throws: UnwritableJSON.notANumber) {
      try EventRow(
        NewEvent(id: "a", type: "t", payload: .array([.number(.nan)])), in: "lot", at: 0)
    }
  }

  @Test("Bytes that are not as a store writes them are named")
  func unreadable() throws {
    let row = try Self.row(NewEvent(id: "e-1", type: "t", payload: .null))
    let changes: [(change: (inout EventRow) -> Void, clause: String)] = [
      ({ $0.id = [0xFF] }, "a value of id is not valid UTF-8"),
      ({ $0.type = [0xFF] }, "a value of type is not valid UTF-8"),
      ({ $0.stream = [0xFF] }, "a value of stream is not valid UTF-8"),
      (
        { $0.payload = Array("[1,]".utf8) },
        "a JSON text of the event at position 1 cannot be read: it is no JSON from byte 3 on"
      ),
      (
        { $0.payload = Array(repeating: UInt8(ascii: "["), count: 1_000) },
        "a JSON text of the event at position 1 cannot be read: it is nested too deeply"
      ),
      (
        { $0.metadata = Array("{\"a\":1}".utf8) },
        "the metadata of the event at position 1 is not made of texts"
      ),
    ]
    for (change, clause) in changes {
      var changed = row
      change(&changed)
      let error = #expect(throws: UnreadableRow.self) { try RecordedEvent(changed) }
      #expect(error?.clause == clause)
    }
  }

  @Test("An expectation holds for the versions that it names")
  func expectations() {
    let cases: [(expected: ExpectedVersion, versions: [StreamVersion])] = [
      (.any, [0, 1, 2]), (.noStream, [0]), (.streamExists, [1, 2]), (.exact(1), [1]),
    ]
    for (expected, versions) in cases {
      #expect([0, 1, 2].filter { expected.holds(for: $0) } == versions)
    }
  }
}
