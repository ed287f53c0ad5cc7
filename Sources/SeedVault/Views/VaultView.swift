/// What the vault's views can show; the cases match those of the queries.
public enum VaultView: Hashable, Codable, Sendable {
  /// The figures of one lot.
  case lotCard(LotFigures)

  /// The available seeds of a taxon's open lots, and these lots by ascending identifier.
  case availability(seeds: Int, lots: [LotID])

  /// The lots asked for, lowest permille first, equal ones by ascending identifier.
  case watchlist([LotID])

  /// How a request stands: reserved, dispatched or released; and the seeds reserved or dispatched.
  case request(status: String, seeds: Int)
}
