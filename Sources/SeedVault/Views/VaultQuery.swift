/// What can be asked of the vault's views.
///
/// Each query is served by one projection; ``LotProjection`` describes the documents.
public enum VaultQuery: Hashable, Codable, Sendable {
  /// Asks for the figures of one lot; served by `cards`.
  case lotCard(LotID)

  /// Asks for the available seeds of one taxon; served by `availability`.
  case availability(Taxon)

  /// Asks for the open lots with a permille below a limit; served by `watchlist`.
  ///
  /// The lots stand by ascending permille, equal ones by ascending identifier, and only the first
  /// `limit` of them are given. There is always a list, perhaps an empty one.
  case watchlist(belowPermille: Int, limit: Int)

  /// Asks how one request stands across lots; served by `requests`.
  case request(RequestID)
}
