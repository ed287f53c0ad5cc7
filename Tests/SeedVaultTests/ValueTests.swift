import EventSourcing
import Testing

@Suite("Identifiers and positions")
struct ValueTests {
  @Test("Identifiers are ordered by their texts")
  func identifierOrder() {
    let ids: [StreamID] = ["lot-2", "lot-10", "", "Lot", "lot-1"]
    #expect(ids.sorted() == ["", "Lot", "lot-1", "lot-10", "lot-2"])
    #expect(StreamID("a").description == "a")
  }

  @Test("An identifier is encoded as a plain string, as a dictionary key too")
  func identifierEncoding() throws {
    let id: EventID = "é/☃"
    try #expect(json(of: [id]) == #"["é/☃"]"#)
    try #expect(json(of: [id: 1]) == #"{"é/☃":1}"#)
    try expectRoundTrip(id)
    try expectRoundTrip([id: 1, "": 2])
  }

  @Test("Numbers are encoded plainly and ordered")
  func numbers() throws {
    try #expect(json(of: [StreamVersion(rawValue: 7)]) == "[7]")
    try expectRoundTrip(GlobalPosition(rawValue: .max))
    try expectRoundTrip(Timestamp(rawValue: -5))
    #expect(StreamVersion.empty < 1)
    #expect(GlobalPosition.start < 1)
    #expect(Timestamp(rawValue: -1) < 0)
  }
}
