import EventSourcing

/// The stored content of an event, to be read as the type that its name stands for.
package struct StoredContent: Sendable {
  /// The content.
  let payload: JSONValue

  /// Reads the content.
  package func read<Content: Decodable>(as type: Content.Type = Content.self) throws -> Content {
    try payload.decoded(as: type)
  }
}
