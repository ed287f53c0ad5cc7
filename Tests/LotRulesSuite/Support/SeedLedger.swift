import SeedVault

/// The suite's own books of one lot, which object when decisions do not add up.
///
/// It knows nothing of policy, quarantine or viability; only where seeds can come from and go to.
struct SeedLedger {
  /// The seeds that came in.
  private(set) var deposited = 0
  /// The seeds that tests used up.
  private(set) var sown = 0
  /// The seeds that were sent off.
  private(set) var dispatched = 0
  /// The seeds that were lost with the lot.
  private(set) var lost = 0
  /// The seeds of every active request.
  private(set) var reservations: [RequestID: Int] = [:]
  /// Whether the lot is exhausted or discarded.
  private(set) var isClosed = false

  /// The seeds that must be in the vault, by the conservation law.
  var onHand: Int { deposited - sown - dispatched - lost }

  /// The seeds that are held for requests.
  var reserved: Int { reservations.values.reduce(0, +) }

  /// Books the events of one decision.
  ///
  /// - Returns: What does not add up, or `nil`.
  mutating func book(_ events: [LotEvent]) -> String? {
    for event in events {
      if let objection = book(event) { return objection }
    }
    if onHand == 0, dispatched > 0, !isClosed, case .dispatched = events.last {
      return "no seed is on hand any more, and the lot is not exhausted"
    }
    return nil
  }

  /// Books one event.
  private mutating func book(_ event: LotEvent) -> String? {
    if isClosed { return "something happens to a closed lot" }
    switch event {
    case .deposited(_, _, let seeds, _, _):
      guard deposited == 0 else { return "a lot is deposited twice" }
      deposited = seeds
    case .tested(let seeds, let germinated, _):
      guard seeds >= 1, seeds <= onHand - reserved, 0...seeds ~= germinated else {
        return "\(seeds) seeds are sown of \(onHand - reserved) available"
      }
      sown += seeds
    case .reserved(let request, let seeds, _):
      guard seeds >= 1, seeds <= onHand - reserved, reservations[request] == nil else {
        return "\(seeds) seeds are reserved of \(onHand - reserved) available"
      }
      reservations[request] = seeds
    case .released(let request, let seeds, _):
      let held = reservations.removeValue(forKey: request) ?? 0
      guard seeds == held else { return "\(seeds) seeds are released of \(held) reserved" }
    case .dispatched(let request, let seeds, _):
      let held = reservations.removeValue(forKey: request) ?? 0
      guard seeds == held else { return "\(seeds) seeds are dispatched of \(held) reserved" }
      dispatched += seeds
    case .exhausted:
      guard onHand == 0 else { return "the lot is exhausted with \(onHand) seeds on hand" }
      isClosed = true
    case .discarded(_, let seedsLost, _):
      guard reservations.isEmpty else { return "the lot is discarded while seeds are reserved" }
      guard seedsLost == onHand else {
        return "\(seedsLost) seeds are lost with \(onHand) on hand"
      }
      lost = seedsLost
      isClosed = true
    }
    return nil
  }
}
