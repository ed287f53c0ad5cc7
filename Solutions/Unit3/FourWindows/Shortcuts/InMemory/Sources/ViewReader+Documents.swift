import CQRS
import EventSourcing

extension ViewReader {
  /// One document; a fault of the reader is passed on as projections do.
  func document(_ key: ViewKey) async throws(ProjectionError) -> JSONValue? {
    do { return try await get(key) } catch { throw .views(error) }
  }

  /// All documents of a collection; a fault of the reader is passed on as projections do.
  func documents(in collection: String) async throws(ProjectionError) -> [String: JSONValue] {
    do { return try await all(in: collection) } catch { throw .views(error) }
  }
}
