/// What the vault's views can show.
public enum VaultView: Hashable, Codable, Sendable {
  /// The figures of one lot.
  case lotCard(LotFigures)

  /// The available seeds of a taxon's open lots, and these lots by ascending identifier.
  case availability(seeds: Int, lots: [LotID])

  /// The lots asked for, worst first, equal ones by ascending identifier.
  case watchlist([LotID])

  /// The status of a request, and the seeds reserved for it or dispatched to it.
  case request(status: String, seeds: Int)
}
