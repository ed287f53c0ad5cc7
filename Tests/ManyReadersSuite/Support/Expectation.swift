import CQRS
import SeedVault

extension Sequence<Chronicle.Entry> {
  /// The view that one view store with exactly these events would show.
  func view(of query: VaultQuery, in chronicle: Chronicle) -> VaultView? {
    let lives = lives
    switch query {
    case .lotCard(let lot):
      return lives[lot].map { .lotCard($0.figures) }
    case .availability(let taxon):
      let lots = lives.filter { chronicle.taxon(of: $0.key) == taxon }
      guard !lots.isEmpty else { return nil }
      let open = lots.filter { !$0.value.figures.closed }
      return .availability(
        seeds: open.values.reduce(0) { $0 + $1.figures.available }, lots: open.keys.sorted())
    case .watchlist(let belowPermille, let limit):
      let poor = lives.filter { !$0.value.figures.closed }
        .map { (permille: $0.value.figures.viabilityPermille ?? 0, lot: $0.key) }
        .filter { $0.permille < belowPermille }
      return .watchlist(poor.sorted(by: <).prefix(limit).map(\.lot))
    case .request(let request):
      let standings = lives.values.compactMap { $0.requests[request] }
      guard !standings.isEmpty else { return nil }
      return .request(
        status: LotLife.status(of: standings.map(\.standing)).rawValue,
        seeds: standings.reduce(0) { $0 + ($1.standing == .released ? 0 : $1.seeds) })
    }
  }
}

extension LotFigures {
  /// The seeds that are on hand and not reserved.
  var available: Int { onHand - reserved }
}

extension LotLife {
  /// How a request stands that stands so with several lots.
  static func status(of standings: [Standing]) -> Standing {
    [.reserved, .dispatched].first(where: standings.contains) ?? .released
  }
}

extension VaultQuery {
  /// The window that serves the query.
  var window: ProjectionName {
    switch self {
    case .lotCard: .cards
    case .availability: .availability
    case .watchlist: .watchlist
    case .request: .requests
    }
  }
}
