import EventSourcing
import SeedVault

/// A codec that knows every type's newest schema and asks it before it reads anything.
struct TarnholtCodec: LotEventCodec {
  /// The newest schema of each type that was ever written.
  private static let newest = [
    "lot.deposited": 3, "lot.tested": 2, "lot.reserved": 2, "lot.released": 1, "lot.dispatched": 1,
    "lot.exhausted": 1, "lot.discarded": 1, "lot.shipped": 1, "lot.shelfMoved": 1,
  ]

  /// The chain, made once for all codecs.
  private static let chain = Result { () throws(EvolutionError) in
    try TarnholtChain.make(OldLabels.steps)
  }

  /// Writes an event with its label of today.
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    let label = event.label
    return NewEvent(id: id, type: label.key.type, schema: label.key.schema, payload: label.payload)
  }

  /// Reads a stored event of any age.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    let key = SchemaKey(stored.event.type, stored.event.schema)
    guard let newest = Self.newest[key.type], 1...newest ~= key.schema else {
      if mode == .strict { throw .unknownType(key) }
      return []
    }
    var events: [LotEvent] = []
    for label in try Self.chain.get().upcast(StoredPayload(key, stored.event.payload)) {
      if let event = try LotEvent(label) { events.append(event) }
    }
    return events
  }
}
