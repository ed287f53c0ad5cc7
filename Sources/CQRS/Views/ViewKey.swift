/// The name of one document in a view store.
public struct ViewKey: Hashable, Codable, Sendable {
  /// The collection the document belongs to.
  public var collection: String

  /// The name of the document within its collection.
  public var id: String

  /// Creates a key.
  public init(_ collection: String, _ id: String) {
    self.collection = collection
    self.id = id
  }
}
