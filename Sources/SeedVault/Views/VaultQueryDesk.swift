public import CQRS

/// The query desk of the seed vault.
///
/// All that ``/CQRS/QueryDesk`` demands holds here.
///
/// **Each query is served by one projection.** ``VaultQuery`` names it, and `asOf` is this
/// projection's checkpoint. The documents are those of ``LotProjection``; unknown fields in them
/// are ignored.
///
/// **A lot, taxon or request without a document has no view.** A watchlist always has one. A
/// document that is not as described makes the desk `unavailable`.
///
/// ```swift
/// let desk = Desk(views: views)
/// let answer = try await desk.ask(.watchlist(belowPermille: 850, limit: 5), freshness: .eventual)
/// // answer.view == .watchlist(["tarn-3", "tarn-17"])
/// ```
public protocol VaultQueryDesk: QueryDesk where Query == VaultQuery, View == VaultView {}
