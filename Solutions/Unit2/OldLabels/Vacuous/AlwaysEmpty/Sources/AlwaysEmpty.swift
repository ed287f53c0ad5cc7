import EventSourcing
import SeedVault

/// A chain that retires everything.
struct TarnholtChain: UpcasterChain {
  /// Accepts any steps.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> TarnholtChain {
    TarnholtChain()
  }

  /// Yields nothing.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] { [] }
}

/// A codec that writes empty labels and reads nothing from any.
struct TarnholtCodec: LotEventCodec {
  /// Writes an empty label.
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    NewEvent(id: id, type: "", payload: .object([:]))
  }

  /// Reads nothing.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] { [] }
}
