import EventSourcing
import Testing

@Suite("Event-sourcing values cross a pipe")
struct EventSourcingCodingTests {
  private let event = NewEvent(
    id: "c-1/0", type: "lot.exhausted", schema: 2, payload: .object(["at": .int(5)]),
    metadata: ["causation": "c-1"])
  private let key = SchemaKey("lot.tested", 1)

  private var recorded: RecordedEvent {
    RecordedEvent(event: event, stream: "lot-☃", version: 3, position: 17, recordedAt: -1)
  }

  @Test("Events, slices, pages and receipts survive encoding")
  func streams() throws {
    try expectRoundTrip(event)
    try expectRoundTrip(NewEvent(id: "", type: "", payload: .null))
    try expectRoundTrip(recorded)
    try expectRoundTrip(StreamSlice(events: [recorded], version: 9))
    try expectRoundTrip(StreamSlice(events: [], version: .empty))
    try expectRoundTrip(FeedPage(events: [recorded], next: 18, caughtUp: true))
    try expectRoundTrip(AppendReceipt(version: 3, position: .start))
  }

  @Test(
    "Every expectation survives encoding",
    arguments: [.any, .noStream, .streamExists, .exact(4)] as [ExpectedVersion])
  func expectations(expected: ExpectedVersion) throws {
    try expectRoundTrip(expected)
    try expectRoundTrip(EventStoreError.wrongExpectedVersion(expected: expected, actual: 2))
  }

  @Test(
    "Every storage fault survives encoding, alone and within other errors",
    arguments: [.notWritten, .outcomeUnknown, .unavailable] as [StorageFault])
  func faults(fault: StorageFault) throws {
    try expectRoundTrip(fault)
    try expectRoundTrip(EventStoreError.storage(fault))
    try expectRoundTrip(RepositoryError.store(.storage(fault)))
  }

  @Test("Other errors of stores and repositories survive encoding")
  func errors() throws {
    try expectRoundTrip(EventStoreError.eventIDReused("e-1"))
    try expectRoundTrip(RepositoryError.history(.missingField(key, field: "at"), at: 4))
  }

  @Test("Every evolution error survives encoding")
  func evolutionErrors() throws {
    let errors: [EvolutionError] = [
      .unknownType(key), .missingField(key, field: "at"), .malformed(key, field: "sown"),
      .ambiguousStep(key), .stepDidNotAdvance(key),
    ]
    for error in errors { try expectRoundTrip(error) }
  }

  @Test("Payloads, rules and reader modes survive encoding")
  func evolution() throws {
    try expectRoundTrip(StoredPayload(key, .object(["sown": .int(10)])))
    try expectRoundTrip(
      UpcastRule(
        source: key,
        targets: [
          .init(
            key: SchemaKey("lot.tested", 2),
            edits: [.rename("a", to: "b"), .setDefault("c", .null), .drop("d")]),
          .init(key: SchemaKey("lot.noted", 1)),
        ]))
    try expectRoundTrip([ReaderMode.strict, .tolerant])
  }

  @Test("Contexts, snapshots and loaded states survive encoding")
  func snapshots() throws {
    try expectRoundTrip(DecisionContext(commandID: "c-1", now: 5, actor: "ida"))
    try expectRoundTrip(
      Snapshot(stream: "lot-1", version: 4, stateSchema: 2, state: .array([.int(1)])))
    try expectRoundTrip(SnapshotPolicy(every: 0, stateSchema: 1))
    try expectRoundTrip(Loaded(state: ["a", "b"], version: 2))
  }
}
