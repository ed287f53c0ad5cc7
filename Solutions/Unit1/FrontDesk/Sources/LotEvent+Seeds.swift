import SeedVault

extension LotEvent {
  /// The seeds that the fact brings into the vault or, if negative, takes out of it.
  ///
  /// Seeds set aside for a request stay on the shelf, so a reservation moves nothing.
  var movement: Int {
    switch self {
    case .deposited(_, _, let seeds, _, _): seeds
    case .tested(let sown, _, _): -sown
    case .dispatched(_, let seeds, _): -seeds
    case .discarded(_, let seedsLost, _): -seedsLost
    case .reserved, .released, .exhausted: 0
    }
  }

  /// The germinated permille, rounded down, if the fact is a test.
  var permille: Int? {
    guard case .tested(let sown, let germinated, _) = self else { return nil }
    return sown > 0 ? germinated * 1000 / sown : 0
  }
}
