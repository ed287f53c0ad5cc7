/// An event on its way into a store, before it has a version and a position.
public struct NewEvent: Hashable, Codable, Sendable {
  /// The identity of the event, unique in the whole store.
  public var id: EventID

  /// The stable name of the event's type, such as `lot.reserved`; never the name of a Swift type.
  public var type: String

  /// The number of the payload's schema within its type, from 1.
  public var schema: Int

  /// What happened, in weakly typed form.
  public var payload: JSONValue

  /// Facts about the recording itself, such as `causation`; kept exactly as given.
  public var metadata: [String: String]

  /// Creates an event to be appended.
  public init(
    id: EventID,
    type: String,
    schema: Int = 1,
    payload: JSONValue,
    metadata: [String: String] = [:]
  ) {
    self.id = id
    self.type = type
    self.schema = schema
    self.payload = payload
    self.metadata = metadata
  }
}
