/// A payload together with the schema it is written in.
public struct StoredPayload: Hashable, Codable, Sendable {
  /// The schema of the payload.
  public var key: SchemaKey

  /// The payload itself.
  public var payload: JSONValue

  /// Creates a payload of a known schema.
  public init(_ key: SchemaKey, _ payload: JSONValue) {
    self.key = key
    self.payload = payload
  }
}
