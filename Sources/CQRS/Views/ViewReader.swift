public import EventSourcing

/// Read access to documents and checkpoints.
///
/// **Each call sees whole commits only.** Between two calls other commits may happen, so two
/// answers may belong to two moments.
///
/// ```swift
/// let card = try await views.get(ViewKey("cards", "tarn-17"))
/// ```
public protocol ViewReader: Sendable {
  /// Returns one document.
  ///
  /// - Parameter key: The name of the document.
  /// - Returns: The document, or nil if there is none.
  /// - Throws: A ``/EventSourcing/StorageFault`` if the store cannot answer.
  func get(_ key: ViewKey) async throws(StorageFault) -> JSONValue?

  /// Returns all documents of a collection by their names.
  ///
  /// - Parameter collection: The collection to read.
  /// - Returns: The documents; empty if there are none.
  /// - Throws: A ``/EventSourcing/StorageFault`` if the store cannot answer.
  func all(in collection: String) async throws(StorageFault) -> [String: JSONValue]

  /// Returns how far a projection has come.
  ///
  /// - Parameter projection: The projection to look up.
  /// - Returns: The position of the last event it has scanned, or nil if it has no checkpoint.
  /// - Throws: A ``/EventSourcing/StorageFault`` if the store cannot answer.
  func checkpoint(of projection: ProjectionName) async throws(StorageFault) -> GlobalPosition?
}
