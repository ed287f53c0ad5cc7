/// Answers queries from views, and from nothing else.
///
/// **A desk only reads.** It is given a reader of views and no way to the events. A query commits
/// nothing.
///
/// **An answer says which moment it belongs to.** `asOf` is the checkpoint of the projection that
/// serves the query, and of no other; the start position if there is no checkpoint yet.
///
/// **The moment never claims more than the view shows.** Commits may happen between two reads. The
/// view may show later events than `asOf` says, never fewer.
///
/// **What does not exist is answered with no view.** `view` is nil then; this is no error.
///
/// **Freshness is checked, never awaited.** With `atLeast(p)` an `asOf` equal to p or later is good
/// enough; an earlier one throws `notYet` with it at once. With `eventual` every moment is good
/// enough.
///
/// **Views that fail make the desk unavailable.** It throws `unavailable` and never takes a fault
/// for an empty answer. When the views work again, so does the desk.
///
/// ```swift
/// do {
///   let answer = try await desk.ask(.lotCard("7"), freshness: .atLeast(receipt.position))
/// } catch .notYet(let asOf) {
///   // The change is stored; the view has only reached asOf.
/// }
/// ```
public protocol QueryDesk<Query, View>: Sendable {
  /// What can be asked.
  associatedtype Query: Hashable & Codable & Sendable

  /// What can be shown.
  associatedtype View: Hashable & Codable & Sendable

  /// Creates a desk.
  ///
  /// - Parameter views: The documents and checkpoints to answer from.
  init(views: any ViewReader)

  /// Answers one query.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - freshness: How recent the answer must be.
  /// - Returns: The view, or nil if there is no such thing, and the moment it belongs to.
  /// - Throws: `notYet` if the view is too old, `unavailable` if the views cannot be read.
  func ask(_ query: Query, freshness: Freshness) async throws(QueryError) -> QueryAnswer<View>
}
