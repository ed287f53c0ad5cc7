import EventSourcing
import SeedVault
import Synchronization

/// A codec that looks up what each stored event means in a notebook, by the event's identifier.
///
/// Payloads hold nothing. Whoever wants to know what a stored event means has to ask the codec.
final class NotebookCodec: EventCodec {
  private let notes = Mutex<[EventID: Result<[LotEvent], EvolutionError>]>([:])

  /// Notes what a stored event means, or why nobody can tell.
  func note(_ meaning: Result<[LotEvent], EvolutionError>, for id: EventID) {
    notes.withLock { $0[id] = meaning }
  }

  /// Notes the event; the stored type is the current one.
  func encode(_ event: LotEvent, id: EventID) -> NewEvent {
    note(.success([event]), for: id)
    return NewEvent(id: id, type: Self.storedType(of: event), payload: .null)
  }

  /// Looks the event up; what is not in the notebook is of an unknown type.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [LotEvent] {
    guard let meaning = notes.withLock({ $0[stored.event.id] }) else {
      guard mode == .strict else { return [] }
      throw .unknownType(SchemaKey(stored.event.type, stored.event.schema))
    }
    return try meaning.get()
  }

  /// The stable name of an event's type.
  private static func storedType(of event: LotEvent) -> String {
    switch event {
    case .deposited: "lot.deposited"
    case .tested: "lot.tested"
    case .reserved: "lot.reserved"
    case .released: "lot.released"
    case .dispatched: "lot.dispatched"
    case .exhausted: "lot.exhausted"
    case .discarded: "lot.discarded"
    }
  }
}
