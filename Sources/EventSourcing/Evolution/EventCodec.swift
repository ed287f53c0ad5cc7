/// The translation between events in memory and events in a store.
///
/// **Encoding writes the current schema only.** The stored type is a stable name that does not
/// change when a Swift type is renamed. The identifier is the one given, and metadata is empty.
///
/// **Decoding reverses encoding.** `decode` of an encoded event returns exactly that event.
///
/// **Decoding reads every schema that was ever written.** One stored event may become one event,
/// several in order, or none if its type is retired, in both modes.
///
/// **An unknown type depends on the mode.** A strict reader throws `unknownType` with its key; a
/// tolerant one returns no events. A known type with a schema newer than any known one is unknown
/// too.
///
/// **A damaged payload is an error in both modes.** A required field that is absent or null throws
/// `missingField`; a value of the wrong JSON type, or one that cannot be converted, throws
/// `malformed`. Nothing is made up and nothing traps. Fields that are not known are ignored at any
/// depth.
///
/// **Decoding depends on type, schema and payload alone.** It reads no clock and no policy, and
/// nothing else of the record: no identifier, stream, version, position, time or metadata.
///
/// **Decoding leaves no trace.** What is stored stays as it was written; it is neither replaced nor
/// remembered. Whenever it is read again, in either mode, it is read as if for the first time.
///
/// ```swift
/// let stored = codec.encode(event, id: "c-1/0")
/// let events = try codec.decode(recorded, mode: .strict)
/// ```
public protocol EventCodec<Event>: Sendable {
  /// The events in memory.
  associatedtype Event: Hashable & Codable & Sendable

  /// Translates an event into its stored form.
  ///
  /// - Parameters:
  ///   - event: The event to store.
  ///   - id: The identity it gets in the store.
  /// - Returns: The event in the current schema.
  func encode(_ event: Event, id: EventID) -> NewEvent

  /// Translates a stored event of any age into present events.
  ///
  /// - Parameters:
  ///   - stored: The event as it was recorded.
  ///   - mode: How to treat types and schemas that are not known.
  /// - Returns: The events it stands for, in order.
  /// - Throws: `unknownType` in strict mode, `missingField` or `malformed` in both.
  func decode(_ stored: RecordedEvent, mode: ReaderMode) throws(EvolutionError) -> [Event]
}
