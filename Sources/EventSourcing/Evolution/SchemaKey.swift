/// The name and number under which the shape of a stored payload is known.
public struct SchemaKey: Hashable, Codable, Sendable {
  /// The stable name of the event's type, such as `lot.tested`.
  public var type: String

  /// The number of the schema within the type, from 1; a higher number is newer.
  public var schema: Int

  /// Creates a key.
  public init(_ type: String, _ schema: Int) {
    self.type = type
    self.schema = schema
  }
}
