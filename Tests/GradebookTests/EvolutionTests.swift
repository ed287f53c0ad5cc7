import EventSourcing
import Foundation
import Gradebook
import Grading
import SQLiteStore
import Testing

@Suite("Events that were stored in older schemas")
struct EvolutionTests {
  private let codec = GradebookCodec<ParcelEvent>()

  /// An event as a store gives it back.
  private func recorded(
    _ type: String, _ schema: Int, _ payload: [String: JSONValue]
  ) -> RecordedEvent {
    RecordedEvent(
      event: NewEvent(id: "1", type: type, schema: schema, payload: .object(payload)), stream: "s",
      version: 1, position: 1, recordedAt: 0)
  }

  @Test("A new event is stored in the schema after the last that a step starts from, or the first")
  func current() {
    let weighed = codec.encode(.weighed(.init(grams: 1, by: "X")), id: "1")
    #expect(weighed.schema == 3)
    #expect(weighed.payload == .object(["grams": .int(1), "by": .string("X")]))
    #expect(codec.encode(.sent(.init(to: "Y")), id: "1").schema == 1)
  }

  @Test("An event of any schema is read as the present one, in both modes", arguments: 1...3)
  func read(schema: Int) throws {
    var payload: [String: JSONValue] = [schema == 1 ? "weight" : "grams": .int(70)]
    if schema == 3 { payload["by"] = .string("X") }
    for mode in [ReaderMode.strict, .tolerant] {
      let events = try codec.decode(recorded("parcel.weighed", schema, payload), mode: mode)
      #expect(events == [.weighed(.init(grams: 70, by: schema == 3 ? "X" : "nobody"))])
    }
  }

  @Test("A name that is stored no more is read as what it has become, and asked for in feeds")
  func names() throws {
    let payload: [String: JSONValue] = ["weight": .int(70), "to": .string("Y")]
    for mode in [ReaderMode.strict, .tolerant] {
      #expect(
        try codec.decode(recorded("parcel.handled", 1, payload), mode: mode)
          == [.weighed(.init(grams: 70, by: "nobody")), .sent(.init(to: "Y"))])
      #expect(try codec.decode(recorded("parcel.lost", 1, [:]), mode: mode) == [])
    }
    #expect(
      ParcelEvent.types == ["parcel.weighed", "parcel.sent", "parcel.handled", "parcel.lost"])
  }

  @Test("A schema that nobody knows is an error to a strict reader and nothing to a tolerant one")
  func unknown() throws {
    for (type, schema) in [("parcel.weighed", 4), ("parcel.weighed", 0), ("parcel.sent", 2)] {
      let stored = recorded(type, schema, ["grams": .int(1), "by": .string(""), "to": .string("")])
      #expect(throws: EvolutionError.unknownType(SchemaKey(type, schema))) {
        try codec.decode(stored, mode: .strict)
      }
      #expect(try codec.decode(stored, mode: .tolerant) == [])
    }
  }

  @Test("Old content that is damaged is an error in both modes")
  func damaged() {
    for mode in [ReaderMode.strict, .tolerant] {
      #expect(throws: EvolutionError.missingField(SchemaKey("parcel.weighed", 1), field: "weight"))
      { try codec.decode(recorded("parcel.weighed", 1, ["grams": .int(1)]), mode: mode) }
      #expect(throws: EvolutionError.malformed(SchemaKey("parcel.weighed", 3), field: "")) {
        try codec.decode(recorded("parcel.weighed", 1, ["weight": .string("1")]), mode: mode)
      }
    }
  }

  @Test("What is stored stays as it was written, however often it is read and written after")
  func bytes() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteEventStore.create(at: folder.appending(path: "book.sqlite").path)
    let old = recorded("parcel.weighed", 1, ["weight": .int(70)]).event
    _ = try await store.append([old], to: "s", expecting: .exact(.empty), at: 1)
    let first = try await store.read("s", from: 1, limit: 9).events
    var events: [ParcelEvent] = []
    for stored in first { events += try codec.decode(stored, mode: .strict) }
    let new = events.enumerated().map { codec.encode($1, id: EventID(rawValue: "n\($0)")) }
    _ = try await store.append(new, to: "s", expecting: .exact(1), at: 2)
    let both = try await store.read("s", from: 1, limit: 9).events
    #expect(both.first == first.first)
    #expect(both.map(\.event) == [old] + new)
    #expect(both.map(\.event.schema) == [1, 3])
    #expect(try both.flatMap { try codec.decode($0, mode: .strict) } == events + events)
  }

  /// Events whose steps make no chain: two start from one schema.
  private enum Ambiguous: GradebookEvent {
    case sent(ParcelEvent.Sent)

    enum Name: String, CaseIterable, Sendable {
      case sent = "parcel.sent"
    }

    static let upcasters: [any Upcaster] = [1, 1].map { schema in
      UpcastRule(
        source: SchemaKey("parcel.sent", schema),
        targets: [.init(key: SchemaKey("parcel.sent", schema + 1))])
    }

    var storedForm: (name: Name, content: any Encodable & Sendable) {
      switch self {
      case .sent(let event): (.sent, event)
      }
    }

    init(_ name: Name, from content: StoredContent) throws {
      self = .sent(try content.read())
    }
  }

  @Test("Of events whose steps make no chain nothing is read, and nothing traps")
  func ambiguous() {
    for schema in 1...2 {
      let stored = recorded("parcel.sent", schema, ["to": .string("Y")])
      for mode in [ReaderMode.strict, .tolerant] {
        #expect(throws: EvolutionError.ambiguousStep(SchemaKey("parcel.sent", 1))) {
          try GradebookCodec<Ambiguous>().decode(stored, mode: mode)
        }
      }
    }
  }
}
