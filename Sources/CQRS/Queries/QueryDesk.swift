/// Answers queries from views.
public protocol QueryDesk<Query, View>: Sendable {
  /// What can be asked.
  associatedtype Query: Hashable & Codable & Sendable

  /// What can be shown.
  associatedtype View: Hashable & Codable & Sendable

  /// Creates a desk.
  init(views: any ViewReader)

  /// Answers one query.
  func ask(_ query: Query, freshness: Freshness) async throws(QueryError) -> QueryAnswer<View>
}
