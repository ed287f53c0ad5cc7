import EventSourcing
import SeedVault

/// A chain that finds fault with any two steps.
struct TarnholtChain: UpcasterChain {
  /// Refuses two steps with the reason that is right most often.
  static func make(_ steps: [any Upcaster]) throws(EvolutionError) -> TarnholtChain {
    if let step = steps.dropFirst().first { throw .ambiguousStep(step.source) }
    return TarnholtChain()
  }

  /// Refuses any payload.
  func upcast(_ stored: StoredPayload) throws(EvolutionError) -> [StoredPayload] {
    throw .stepDidNotAdvance(stored.key)
  }
}

/// A codec that knows no label.
struct TarnholtCodec: LotEventCodec {
  /// Writes an unknown label.
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    NewEvent(id: id, type: "unknown", payload: .null)
  }

  /// Refuses, unless it is to be tolerant; then it reads nothing.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    guard mode == .tolerant else {
      throw .unknownType(SchemaKey(stored.event.type, stored.event.schema))
    }
    return []
  }
}
