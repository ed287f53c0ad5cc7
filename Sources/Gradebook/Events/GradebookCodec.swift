package import EventSourcing
import Grading

/// The translation between events of the gradebook and stored ones.
package struct GradebookCodec<Event: GradebookEvent>: EventCodec {
  /// The steps from older schemas, or why they make no chain.
  private let chain: Result<UpcasterSteps, EvolutionError>
  /// The current schema of each type that has had others.
  private let schemas: [String: Int]

  /// Creates the codec.
  package init() {
    chain = Result { () throws(EvolutionError) in try UpcasterSteps.make(Event.upcasters) }
    schemas = Dictionary(
      Event.upcasters.map { ($0.source.type, $0.source.schema + 1) }, uniquingKeysWith: max)
  }

  /// The current schema of a type.
  private func schema(of type: String) -> Int { schemas[type] ?? 1 }

  /// Translates an event into its stored form.
  package func encode(_ event: Event, id: EventID) -> NewEvent {
    let (name, content) = event.storedForm
    return NewEvent(
      id: id, type: name.rawValue, schema: schema(of: name.rawValue),
      payload: JSONValue(encoding: content))
  }

  /// Translates a stored event of any age back.
  ///
  /// - Throws: `unknownType` for a strict reader, `malformed` with an empty field for content that does not fit, the error
  ///   of an upcaster.
  package func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [Event] {
    let event = stored.event
    let key = SchemaKey(event.type, event.schema)
    var events: [Event] = []
    for present in try chain.get().upcast(StoredPayload(key, event.payload)) {
      guard let name = Event.Name(rawValue: present.key.type),
        present.key.schema == schema(of: present.key.type)
      else {
        if mode == .tolerant { continue }
        throw .unknownType(present.key)
      }
      do {
        events.append(try Event(name, from: StoredContent(payload: present.payload)))
      } catch {
        throw .malformed(present.key, field: "")
      }
    }
    return events
  }
}
