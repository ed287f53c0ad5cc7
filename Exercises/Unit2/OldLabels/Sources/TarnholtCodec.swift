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
    // TODO: Send the payload through the chain, and read every label that comes out with
    // `LotEvent.init(_:)`. What if it is none of today's labels? And what comes of the retired ones?
    []
  }
}
