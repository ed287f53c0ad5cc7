import EventSourcing
import SeedVault

/// Rules whose state is an object that `evolve` copies before it changes anything.
final class TarnholtRules: LotRules {
  private let policy: VaultPolicy

  /// An empty card.
  let initialState = LotCard()

  /// Creates rules under a policy.
  init(policy: VaultPolicy) {
    self.policy = policy
  }

  /// Returns whether the card says that the lot is closed.
  func isTerminal(_ card: LotCard) -> Bool {
    card.entries.isClosed
  }

  /// Decides what happens because of a command.
  func decide(
    _ command: LotCommand, in card: LotCard, context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    let lot = card.entries
    let now = context.now
    switch command {
    case .deposit(let id, let taxon, let seeds, let days):
      guard seeds >= 1 && days >= 0 else { throw .invalidQuantity }
      guard !lot.isDeposited else { throw .alreadyDeposited }
      let end = Timestamp(rawValue: now.rawValue + Int64(days) * 86_400_000)
      return [.deposited(id, taxon, seeds: seeds, quarantineEndsAt: end, at: now)]

    case .recordTest(let sown, let germinated):
      try requireOpen(lot)
      guard sown >= 1 && 0 <= germinated && germinated <= sown else { throw .invalidQuantity }
      let available = lot.onHand &- lot.reserved
      guard sown <= available else { throw .insufficientSeeds(available: available) }
      return [.tested(sown: sown, germinated: germinated, at: now)]

    case .reserve(let request, let seeds):
      if lot.active[request] == seeds { return [] }
      try requireOpen(lot)
      guard lot.active[request] == nil, lot.settled[request] == nil else {
        throw .requestConflict(request)
      }
      guard lot.permille >= policy.minViabilityPermille else {
        throw .belowViability(permille: lot.permille)
      }
      let free = lot.onHand &- lot.reserved &- policy.reserveFloor
      guard seeds <= free else { throw .insufficientSeeds(available: free) }
      guard seeds >= 1 else { throw .invalidQuantity }
      guard now >= lot.quarantineEndsAt else { throw .inQuarantine(until: lot.quarantineEndsAt) }
      return [.reserved(request, seeds: seeds, at: now)]

    case .release(let request):
      if lot.settled[request] == false { return [] }
      let seeds = try activeSeeds(of: request, in: lot)
      return [.released(request, seeds: seeds, at: now)]

    case .dispatch(let request):
      if lot.settled[request] == true { return [] }
      let seeds = try activeSeeds(of: request, in: lot)
      let isLast = lot.onHand <= seeds
      return [.dispatched(request, seeds: seeds, at: now)] + (isLast ? [.exhausted(at: now)] : [])

    case .discard(let reason):
      try requireOpen(lot)
      if let smallest = lot.active.keys.min() { throw .requestConflict(smallest) }
      return [.discarded(reason: reason, seedsLost: lot.onHand, at: now)]
    }
  }

  /// Refuses commands to a lot that is not there or closed.
  private func requireOpen(_ lot: LotCard.Entries) throws(LotRejection) {
    if !lot.isDeposited { throw .unknownLot }
    if lot.isClosed { throw .lotClosed }
  }

  /// The seeds that are set aside for a request.
  private func activeSeeds(
    of request: RequestID, in lot: LotCard.Entries
  ) throws(LotRejection) -> Int {
    try requireOpen(lot)
    if let seeds = lot.active[request] { return seeds }
    throw lot.settled[request] == nil ? .unknownRequest(request) : .requestConflict(request)
  }

  /// Copies the card and writes the event on the copy.
  func evolve(_ card: LotCard, _ event: LotEvent) -> LotCard {
    let next = card.copy()
    next.write { lot in
      switch event {
      case .deposited(_, _, let seeds, let quarantineEndsAt, _):
        lot.isDeposited = true
        lot.onHand &+= seeds
        lot.quarantineEndsAt = quarantineEndsAt
      case .tested(let sown, let germinated, _):
        lot.onHand &-= sown
        lot.permille = sown > 0 ? germinated &* 1000 / sown : 0
      case .reserved(let request, let seeds, _):
        lot.reserved &+= seeds &- (lot.active.updateValue(seeds, forKey: request) ?? 0)
      case .released(let request, _, _):
        lot.reserved &-= lot.active.removeValue(forKey: request) ?? 0
        lot.settled[request] = false
      case .dispatched(let request, let seeds, _):
        lot.onHand &-= seeds
        lot.reserved &-= lot.active.removeValue(forKey: request) ?? 0
        lot.settled[request] = true
      case .exhausted:
        lot.isClosed = true
      case .discarded(_, let seedsLost, _):
        lot.onHand &-= seedsLost
        lot.isClosed = true
      }
    }
    return next
  }
}
