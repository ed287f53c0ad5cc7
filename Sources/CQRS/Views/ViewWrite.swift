public import EventSourcing

/// One change to the documents of a view store.
public enum ViewWrite: Hashable, Codable, Sendable {
  /// Stores a whole document in place of an earlier one under the key.
  case put(ViewKey, JSONValue)

  /// Removes the document under the key; nothing happens if there is none.
  case remove(ViewKey)
}
