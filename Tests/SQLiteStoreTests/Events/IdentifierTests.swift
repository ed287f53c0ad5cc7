import EventSourcing
import SQLiteStore
import TestSupport
import Testing

@Suite(
  "Identifiers are the same in the file if they are the same to Swift", .timeLimit(.minutes(10)))
struct IdentifierTests {
  /// Two spellings of one text.
  private let composed = "caf\u{E9}"
  private let decomposed = "cafe\u{301}"

  /// An event.
  private func event(_ id: String) -> NewEvent {
    NewEvent(id: EventID(rawValue: id), type: id, payload: .string(id), metadata: [id: id])
  }

  @Test("A stream, an event and a type have one name, however it is composed")
  func composition() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteEventStore.create(at: folder.file())
    let stream = StreamID(rawValue: composed)
    let same = StreamID(rawValue: decomposed)
    let receipt = try await store.append([event(composed)], to: stream, expecting: .noStream, at: 0)
    #expect(
      try await store.append([event(decomposed)], to: same, expecting: .noStream, at: 0) == receipt)
    await #expect(throws: EventStoreError.wrongExpectedVersion(expected: .noStream, actual: 1)) {
      try await store.append([event("x")], to: same, expecting: .noStream, at: 0)
    }
    await #expect(throws: EventStoreError.eventIDReused(EventID(rawValue: composed))) {
      try await store.append([event(decomposed)], to: "other", expecting: .any, at: 0)
    }
    await #expect(throws: EventStoreError.eventIDReused(EventID(rawValue: "e\u{301}"))) {
      try await store.append(
        [event("\u{E9}"), event("e\u{301}")], to: "other", expecting: .any, at: 0)
    }
    let slice = try await store.read(same, from: 1, limit: 10)
    #expect(slice.version == 1)
    #expect(slice.events.first?.stream == stream)
    let page = try await store.page(after: .start, limit: 10, types: [decomposed])
    #expect(page.events == slice.events)
    // What is no identifier comes back byte for byte.
    guard case .string(let text) = slice.events.first?.event.payload else {
      Issue.record("the payload is a text")
      return
    }
    #expect(Array(text.utf8) == Array(composed.utf8))
  }
}
