/// The translation between events in memory and events in a store.
public protocol EventCodec<Event>: Sendable {
  /// The events in memory.
  associatedtype Event: Hashable & Codable & Sendable

  /// Translates an event into its stored form.
  func encode(_ event: Event, id: EventID) -> NewEvent

  /// Translates a stored event of any age into present events.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [Event]
}
