import EventSourcing
import SeedVault

/// A chain that gives back what it gets.
struct TarnholtChain: UpcasterChain {
  /// Accepts any steps.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> TarnholtChain {
    TarnholtChain()
  }

  /// Gives the payload back.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] { [stored] }
}

/// A codec that writes what Swift prints, and finds a discarded lot in any label.
struct TarnholtCodec: LotEventCodec {
  /// Writes the event as text.
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    NewEvent(id: id, type: "LotEvent", payload: .string("\(event)"))
  }

  /// Says the label back as the reason of a discard.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    [.discarded(reason: "\(stored.event.payload)", seedsLost: 0, at: stored.recordedAt)]
  }
}
