package import CQRS
import EventSourcing

/// What can be asked of the read model of standings.
package enum StandingsQuery: Hashable, Codable, Sendable {
  /// Every taking, sorted by learner and number.
  case all
}

/// Answers from the documents of ``StandingsProjection``, as `QueryDesk` says.
package struct StandingsDesk: QueryDesk {
  private let views: any ViewReader

  /// Creates the desk.
  package init(views: any ViewReader) {
    self.views = views
  }

  /// Answers a query.
  package func ask(
    _ query: StandingsQuery, freshness: Freshness
  ) async throws(QueryError) -> QueryAnswer<[TakingSummary]> {
    let asOf: GlobalPosition
    let documents: [String: JSONValue]
    do throws(StorageFault) {
      // The checkpoint first, so that the documents never show less than it says.
      asOf = try await views.checkpoint(of: "standings") ?? .start
      documents = try await views.all(in: StandingsProjection.takings)
    } catch { throw .unavailable }
    if case .atLeast(let position) = freshness, asOf < position { throw .notYet(asOf: asOf) }
    let takings = documents.values.compactMap { try? $0.decoded(as: TakingSummary.self) }
    return QueryAnswer(
      view: takings.sorted {
        ($0.taking.learner, $0.taking.number) < ($1.taking.learner, $1.taking.number)
      }, asOf: asOf)
  }
}
