import EventSourcing
import SeedVault

/// Rules whose state is the history itself; whatever a decision needs is read out of it on demand.
struct TarnholtRules: LotRules {
  /// The limits that decisions apply.
  let policy: VaultPolicy

  /// No history.
  let initialState: [LotEvent] = []

  /// Creates rules under a policy.
  init(policy: VaultPolicy) {
    self.policy = policy
  }

  /// Appends the event: nothing is easier than not to refuse a fact.
  func evolve(_ history: [LotEvent], _ event: LotEvent) -> [LotEvent] {
    history + [event]
  }

  /// Returns whether the history holds an event that closes the lot.
  func isTerminal(_ history: [LotEvent]) -> Bool {
    Reading(history).isClosed
  }

  /// Decides what happens because of a command.
  func decide(
    _ command: LotCommand, in history: [LotEvent], context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    let lot = Reading(history)
    let now = context.now
    if case .deposit(let id, let taxon, let seeds, let days) = command {
      guard !lot.isDeposited else { throw .alreadyDeposited }
      guard seeds > 0, days >= 0 else { throw .invalidQuantity }
      let end = Timestamp(rawValue: now.rawValue + 86_400_000 * Int64(days))
      return [.deposited(id, taxon, seeds: seeds, quarantineEndsAt: end, at: now)]
    }
    guard lot.isDeposited else { throw .unknownLot }
    if lot.isAnswered(command) { return [] }
    guard !lot.isClosed else { throw .lotClosed }

    switch command {
    case .deposit:
      throw .alreadyDeposited
    case .recordTest(let sown, let germinated):
      guard sown > 0, (0...sown).contains(germinated) else { throw .invalidQuantity }
      guard sown <= lot.available else { throw .insufficientSeeds(available: lot.available) }
      return [.tested(sown: sown, germinated: germinated, at: now)]
    case .reserve(let request, let seeds):
      guard seeds > 0 else { throw .invalidQuantity }
      guard lot.lastWord(on: request) == nil else { throw .requestConflict(request) }
      try requireReservable(seeds, of: lot, at: now)
      return [.reserved(request, seeds: seeds, at: now)]
    case .release(let request):
      let seeds = try lot.reservation(for: request)
      return [.released(request, seeds: seeds, at: now)]
    case .dispatch(let request):
      let seeds = try lot.reservation(for: request)
      let leaving = LotEvent.dispatched(request, seeds: seeds, at: now)
      return Reading(history + [leaving]).onHand > 0 ? [leaving] : [leaving, .exhausted(at: now)]
    case .discard(let reason):
      if let smallest = lot.activeRequests.min() { throw .requestConflict(smallest) }
      return [.discarded(reason: reason, seedsLost: lot.onHand, at: now)]
    }
  }

  /// Refuses a reservation that quarantine, viability or stock do not allow.
  private func requireReservable(
    _ seeds: Int, of lot: Reading, at now: Timestamp
  ) throws(LotRejection) {
    let free = lot.available &- policy.reserveFloor
    guard seeds <= free else { throw .insufficientSeeds(available: free) }
    let permille = lot.permille
    guard permille >= policy.minViabilityPermille else { throw .belowViability(permille: permille) }
    guard lot.quarantineEndsAt <= now else { throw .inQuarantine(until: lot.quarantineEndsAt) }
  }
}
