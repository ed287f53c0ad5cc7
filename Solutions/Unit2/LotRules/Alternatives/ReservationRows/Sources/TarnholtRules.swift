import EventSourcing
import SeedVault

/// Rules over a shelf: a list of reasons to refuse, then the events.
struct TarnholtRules: LotRules {
  /// The limits that decisions apply.
  var policy: VaultPolicy

  /// An empty shelf.
  var initialState: Shelf { Shelf() }

  /// Decides what happens because of a command.
  func decide(
    _ command: LotCommand, in shelf: Shelf, context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    if repeats(command, on: shelf) { return [] }
    if let reason = refusal(of: command, on: shelf, at: context.now) { throw reason }
    return events(of: command, on: shelf, at: context.now)
  }

  /// Whether a command asks for what is so already.
  private func repeats(_ command: LotCommand, on shelf: Shelf) -> Bool {
    switch command {
    case .reserve(let request, let seeds):
      shelf.rows.contains(Shelf.Row(request: request, seeds: seeds, standing: .reserved))
    case .release(let request): shelf.row(of: request)?.standing == .released
    case .dispatch(let request): shelf.row(of: request)?.standing == .dispatched
    case .deposit, .recordTest, .discard: false
    }
  }

  /// The first reason to refuse a command.
  private func refusal(
    of command: LotCommand, on shelf: Shelf, at now: Timestamp
  ) -> LotRejection? {
    if case .deposit(_, _, let seeds, let days) = command {
      if shelf.quarantineEndsAt != nil { return .alreadyDeposited }
      return seeds < 1 || days < 0 ? .invalidQuantity : nil
    }
    guard let quarantineEndsAt = shelf.quarantineEndsAt else { return .unknownLot }
    if shelf.isClosed { return .lotClosed }

    switch command {
    case .deposit:
      return nil
    case .recordTest(let sown, let germinated):
      if sown < 1 || germinated < 0 || germinated > sown { return .invalidQuantity }
      return sown > shelf.available ? .insufficientSeeds(available: shelf.available) : nil
    case .reserve(let request, let seeds):
      if shelf.row(of: request) != nil { return .requestConflict(request) }
      if seeds < 1 { return .invalidQuantity }
      let permille = shelf.permilles.last ?? 0
      if permille < policy.minViabilityPermille { return .belowViability(permille: permille) }
      let free = shelf.available &- policy.reserveFloor
      if seeds > free { return .insufficientSeeds(available: free) }
      return now < quarantineEndsAt ? .inQuarantine(until: quarantineEndsAt) : nil
    case .release(let request), .dispatch(let request):
      guard let row = shelf.row(of: request) else { return .unknownRequest(request) }
      return row.standing == .reserved ? nil : .requestConflict(request)
    case .discard:
      return shelf.activeRows.map(\.request).min().map(LotRejection.requestConflict)
    }
  }

  /// What happens because of a command that nothing speaks against.
  private func events(
    of command: LotCommand, on shelf: Shelf, at now: Timestamp
  ) -> [LotEvent] {
    switch command {
    case .deposit(let id, let taxon, let seeds, let days):
      let end = Timestamp(rawValue: now.rawValue + Int64(days) * 86_400_000)
      return [.deposited(id, taxon, seeds: seeds, quarantineEndsAt: end, at: now)]
    case .recordTest(let sown, let germinated):
      return [.tested(sown: sown, germinated: germinated, at: now)]
    case .reserve(let request, let seeds):
      return [.reserved(request, seeds: seeds, at: now)]
    case .release(let request):
      return [.released(request, seeds: shelf.row(of: request)?.seeds ?? 0, at: now)]
    case .dispatch(let request):
      let seeds = shelf.row(of: request)?.seeds ?? 0
      let leaving = LotEvent.dispatched(request, seeds: seeds, at: now)
      return seeds >= shelf.onHand ? [leaving, .exhausted(at: now)] : [leaving]
    case .discard(let reason):
      return [.discarded(reason: reason, seedsLost: shelf.onHand, at: now)]
    }
  }

  /// Writes an event on the shelf.
  func evolve(_ state: Shelf, _ event: LotEvent) -> Shelf {
    var shelf = state
    switch event {
    case .deposited(_, _, let seeds, let quarantineEndsAt, _):
      shelf.deposited &+= seeds
      shelf.quarantineEndsAt = quarantineEndsAt
    case .tested(let sown, let germinated, _):
      shelf.sown &+= sown
      shelf.permilles.append(sown > 0 ? germinated &* 1000 / sown : 0)
    case .reserved(let request, let seeds, _):
      shelf.note(request, .reserved, seeds: seeds)
    case .released(let request, let seeds, _):
      shelf.note(request, .released, seeds: seeds)
    case .dispatched(let request, let seeds, _):
      shelf.sentOff &+= seeds
      shelf.note(request, .dispatched, seeds: seeds)
    case .exhausted:
      shelf.isClosed = true
    case .discarded(_, let seedsLost, _):
      shelf.lost &+= seedsLost
      shelf.isClosed = true
    }
    return shelf
  }

  /// Returns whether the shelf is closed.
  func isTerminal(_ shelf: Shelf) -> Bool {
    shelf.isClosed
  }
}
