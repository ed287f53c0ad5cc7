import EventSourcing
import SeedVault

/// The rules of one lot of the Tarnholt Seed Vault.
///
/// `decide` may refuse and changes nothing; `evolve` changes the state and may not refuse.
struct TarnholtRules: LotRules {
  /// The limits that decisions apply; evolving never looks at them.
  private let policy: VaultPolicy

  /// A lot without any history.
  let initialState = Lot()

  /// Creates rules under a policy.
  init(policy: VaultPolicy) {
    self.policy = policy
  }

  // MARK: - Deciding

  /// Decides what happens because of a command; each command has its own function below.
  func decide(
    _ command: LotCommand, in lot: Lot, context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    let now = context.now
    switch command {
    case .deposit(let id, let taxon, let seeds, let days):
      return try deposit(id, taxon, seeds: seeds, quarantineDays: days, in: lot, at: now)
    case .recordTest(let sown, let germinated):
      return try recordTest(sown: sown, germinated: germinated, in: lot, at: now)
    case .reserve(let request, let seeds):
      return try reserve(request, seeds: seeds, in: lot, at: now)
    case .release(let request):
      return try release(request, in: lot, at: now)
    case .dispatch(let request):
      return try dispatch(request, in: lot, at: now)
    case .discard(let reason):
      return try discard(reason: reason, in: lot, at: now)
    }
  }

  /// Takes a new lot into the vault.
  private func deposit(
    _ id: LotID, _ taxon: Taxon, seeds: Int, quarantineDays: Int, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    guard !lot.isDeposited else { throw .alreadyDeposited }
    guard seeds >= 1, quarantineDays >= 0 else { throw .invalidQuantity }
    let end = Timestamp(rawValue: now.rawValue + Int64(quarantineDays) * 86_400_000)
    return [.deposited(id, taxon, seeds: seeds, quarantineEndsAt: end, at: now)]
  }

  /// Records a germination test of seeds that are available; quarantine and floor do not matter.
  private func recordTest(
    sown: Int, germinated: Int, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    try requireOpen(lot)
    guard sown >= 1, germinated >= 0, germinated <= sown else { throw .invalidQuantity }
    guard sown <= lot.available else { throw .insufficientSeeds(available: lot.available) }
    return [.tested(sown: sown, germinated: germinated, at: now)]
  }

  /// Sets seeds aside for a request that is new to the lot.
  private func reserve(
    _ request: RequestID, seeds: Int, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    // A repeat comes first: its seeds are set aside already, so no rule needs to allow it again.
    if lot.requests[request] == .reserved(seeds: seeds) { return [] }
    try requireOpen(lot)
    guard lot.requests[request] == nil else { throw .requestConflict(request) }
    guard seeds >= 1 else { throw .invalidQuantity }
    guard now >= lot.quarantineEndsAt else { throw .inQuarantine(until: lot.quarantineEndsAt) }
    guard lot.viabilityPermille >= policy.minViabilityPermille else {
      throw .belowViability(permille: lot.viabilityPermille)
    }
    let free = lot.available &- policy.reserveFloor
    guard seeds <= free else { throw .insufficientSeeds(available: free) }
    return [.reserved(request, seeds: seeds, at: now)]
  }

  /// Gives back the seeds that are set aside for a request.
  private func release(
    _ request: RequestID, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    if lot.requests[request] == .released { return [] }
    try requireOpen(lot)
    switch lot.requests[request] {
    case .reserved(let seeds): return [.released(request, seeds: seeds, at: now)]
    case .released, .dispatched: throw .requestConflict(request)
    case nil: throw .unknownRequest(request)
    }
  }

  /// Sends off the seeds that are set aside for a request; the last ones close the lot.
  private func dispatch(
    _ request: RequestID, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    if lot.requests[request] == .dispatched { return [] }
    try requireOpen(lot)
    switch lot.requests[request] {
    case .reserved(let seeds):
      let dispatched = LotEvent.dispatched(request, seeds: seeds, at: now)
      return lot.onHand <= seeds ? [dispatched, .exhausted(at: now)] : [dispatched]
    case .released, .dispatched: throw .requestConflict(request)
    case nil: throw .unknownRequest(request)
    }
  }

  /// Gives up a lot that nobody has a reservation in.
  private func discard(
    reason: String, in lot: Lot, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    try requireOpen(lot)
    // The smallest, not the first: the order of a dictionary differs from process to process.
    let active = lot.requests.filter { $0.value != .released && $0.value != .dispatched }
    if let smallest = active.keys.min() { throw .requestConflict(smallest) }
    return [.discarded(reason: reason, seedsLost: lot.onHand, at: now)]
  }

  /// Refuses a command that needs a lot which is there and open.
  private func requireOpen(_ lot: Lot) throws(LotRejection) {
    guard lot.isDeposited else { throw .unknownLot }
    guard !lot.isClosed else { throw .lotClosed }
  }

  // MARK: - Evolving

  /// Returns the lot after an event, whatever the event says: it has happened.
  func evolve(_ state: Lot, _ event: LotEvent) -> Lot {
    var lot = state
    switch event {
    case .deposited(_, _, let seeds, let quarantineEndsAt, _):
      lot.isDeposited = true
      lot.onHand &+= seeds
      lot.quarantineEndsAt = quarantineEndsAt
    case .tested(let sown, let germinated, _):
      lot.onHand &-= sown
      lot.viabilityPermille = sown > 0 ? germinated &* 1000 / sown : 0
    case .reserved(let request, let seeds, _):
      lot.requests[request] = .reserved(seeds: seeds)
    case .released(let request, _, _):
      lot.requests[request] = .released
    case .dispatched(let request, let seeds, _):
      lot.onHand &-= seeds
      lot.requests[request] = .dispatched
    case .exhausted:
      lot.isClosed = true
    case .discarded(_, let seedsLost, _):
      lot.onHand &-= seedsLost
      lot.isClosed = true
    }
    return lot
  }

  /// Returns whether the lot is closed for good.
  func isTerminal(_ lot: Lot) -> Bool {
    lot.isClosed
  }
}
