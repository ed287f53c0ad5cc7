/// What can be asked of the vault's views.
public enum VaultQuery: Hashable, Codable, Sendable {
  /// Asks for the figures of one lot.
  case lotCard(LotID)

  /// Asks for the available seeds of one taxon.
  case availability(Taxon)

  /// Asks for the open lots with fewer permille than this, at most so many of them.
  case watchlist(belowPermille: Int, limit: Int)

  /// Asks how one request stands.
  case request(RequestID)
}
