package import EventSourcing

/// An event of the gradebook, which knows the stable name and content it is stored under.
///
/// **Names and contents never change their meaning.** A new shape gets a new schema number and an upcaster; what is stored
/// stays as it was written.
package protocol GradebookEvent: Hashable, Codable, Sendable {
  /// The stable names of all events of this kind, which the codec knows.
  static var types: Set<String> { get }

  /// The stable name of this one.
  var type: String { get }

  /// What is stored of it.
  var content: any Encodable & Sendable { get }

  /// The event of a stored name and content.
  ///
  /// - Throws: A `DecodingError` if the content is not what the name promises.
  init(type: String, content: StoredContent) throws
}

/// The stored content of an event, to be read as the type that its name stands for.
package struct StoredContent: Sendable {
  fileprivate let payload: JSONValue

  /// Reads the content.
  package func read<Content: Decodable>(as type: Content.Type = Content.self) throws -> Content {
    try payload.decoded(as: type)
  }
}

/// The translation between events of the gradebook and stored ones.
package struct GradebookCodec<Event: GradebookEvent>: EventCodec {
  /// Creates the codec.
  package init() {}

  /// Translates an event into its stored form.
  package func encode(_ event: Event, id: EventID) -> NewEvent {
    NewEvent(id: id, type: event.type, schema: 1, payload: JSONValue(encoding: event.content))
  }

  /// Translates a stored event back.
  ///
  /// - Throws: `unknownType` for a strict reader, `malformed` with an empty field for content that does not fit.
  package func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [Event] {
    let key = SchemaKey(stored.event.type, stored.event.schema)
    guard Event.types.contains(key.type), key.schema == 1 else {
      if mode == .tolerant { return [] }
      throw .unknownType(key)
    }
    do {
      return [try Event(type: key.type, content: StoredContent(payload: stored.event.payload))]
    } catch {
      throw .malformed(key, field: "")
    }
  }
}
