import EventSourcing
import SeedVault

/// Writes the labels of today and reads all that were ever written.
struct TarnholtCodec: LotEventCodec {
  /// The way from every old label to the present.
  private let chain: TarnholtChain

  /// Creates a codec.
  init() {
    do {
      chain = try .make(OldLabels.steps)
    } catch {
      // The steps are our own, so this is a mistake in the program and not in any event.
      fatalError("The steps make no chain: \(error)")
    }
  }

  /// Writes an event with its label of today.
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    let label = event.label
    return NewEvent(id: id, type: label.key.type, schema: label.key.schema, payload: label.payload)
  }

  /// Reads a stored event of any age.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    let key = SchemaKey(stored.event.type, stored.event.schema)
    var events: [LotEvent] = []
    for label in try chain.upcast(StoredPayload(key, stored.event.payload)) {
      if let event = try LotEvent(label) {
        events.append(event)
      } else if mode == .strict {
        throw .unknownType(label.key)
      }
    }
    return events
  }
}
