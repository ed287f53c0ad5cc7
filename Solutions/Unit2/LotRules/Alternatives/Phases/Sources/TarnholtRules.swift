import EventSourcing
import SeedVault

/// Rules over phases: first the phase decides what can be asked, then the books decide.
struct TarnholtRules: LotRules {
  /// The limits that decisions apply.
  let policy: VaultPolicy

  /// A lot that is awaited.
  var initialState: Lot { .awaited(Books()) }

  /// Creates rules under a policy.
  init(policy: VaultPolicy) {
    self.policy = policy
  }

  /// Returns whether the lot is in its last phase.
  func isTerminal(_ lot: Lot) -> Bool {
    if case .closed = lot { true } else { false }
  }

  /// Decides by phase.
  func decide(
    _ command: LotCommand, in lot: Lot, context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    switch (lot, command) {
    case (.awaited, .deposit(let id, let taxon, let seeds, let days)):
      guard seeds >= 1, days >= 0 else { throw .invalidQuantity }
      let end = Timestamp(rawValue: context.now.rawValue + Int64(days) * 24 * 3_600_000)
      return [.deposited(id, taxon, seeds: seeds, quarantineEndsAt: end, at: context.now)]
    case (_, .deposit):
      throw .alreadyDeposited
    case (.awaited, _):
      throw .unknownLot
    case (.open(let books), _):
      return try decide(command, on: books, at: context.now)
    case (.closed(let books), .reserve(let request, let seeds))
    where books.held[request] == seeds:
      return []
    case (.closed(let books), .release(let request)) where books.released.contains(request):
      return []
    case (.closed(let books), .dispatch(let request)) where books.dispatched.contains(request):
      return []
    case (.closed, _):
      throw .lotClosed
    }
  }

  /// Decides on an open lot.
  private func decide(
    _ command: LotCommand, on books: Books, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    switch command {
    case .deposit:
      throw .alreadyDeposited
    case .recordTest(let sown, let germinated):
      if sown < 1 || germinated < 0 || germinated > sown { throw .invalidQuantity }
      if sown > books.free { throw .insufficientSeeds(available: books.free) }
      return [.tested(sown: sown, germinated: germinated, at: now)]
    case .reserve(let request, let seeds):
      return try reserve(request, seeds, on: books, at: now)
    case .release(let request):
      if books.released.contains(request) { return [] }
      if books.dispatched.contains(request) { throw .requestConflict(request) }
      guard let seeds = books.held[request] else { throw .unknownRequest(request) }
      return [.released(request, seeds: seeds, at: now)]
    case .dispatch(let request):
      if books.dispatched.contains(request) { return [] }
      if books.released.contains(request) { throw .requestConflict(request) }
      guard let seeds = books.held[request] else { throw .unknownRequest(request) }
      var events = [LotEvent.dispatched(request, seeds: seeds, at: now)]
      if books.onHand == seeds { events.append(.exhausted(at: now)) }
      return events
    case .discard(let reason):
      guard let smallest = books.held.keys.sorted().first else {
        return [.discarded(reason: reason, seedsLost: books.free, at: now)]
      }
      throw .requestConflict(smallest)
    }
  }

  /// Decides on a reservation; asks for the stock first and for the quarantine last.
  private func reserve(
    _ request: RequestID, _ seeds: Int, on books: Books, at now: Timestamp
  ) throws(LotRejection) -> [LotEvent] {
    if let held = books.held[request] {
      guard held == seeds else { throw .requestConflict(request) }
      return []
    }
    if books.released.union(books.dispatched).contains(request) { throw .requestConflict(request) }
    if seeds < 1 { throw .invalidQuantity }
    let most = books.free &- policy.reserveFloor
    if seeds > most { throw .insufficientSeeds(available: most) }
    if books.permille < policy.minViabilityPermille {
      throw .belowViability(permille: books.permille)
    }
    if let end = books.quarantineEndsAt, now < end { throw .inQuarantine(until: end) }
    return [.reserved(request, seeds: seeds, at: now)]
  }

  /// Moves between the phases; the books follow every event in every phase.
  func evolve(_ lot: Lot, _ event: LotEvent) -> Lot {
    switch event {
    case .deposited(_, _, let seeds, let quarantineEndsAt, _):
      let received = lot.keeping { books in
        books.free &+= seeds
        books.quarantineEndsAt = quarantineEndsAt
      }
      return isTerminal(lot) ? received : .open(received.books)
    case .tested(let sown, let germinated, _):
      return lot.keeping { books in
        books.free &-= sown
        books.latestTest = Books.Test(sown: sown, germinated: germinated)
      }
    case .reserved(let request, let seeds, _):
      return lot.keeping { books in
        books.free &-= seeds
        books.held[request] = seeds
      }
    case .released(let request, _, _):
      return lot.keeping { books in
        books.free &+= books.letGo(request)
        books.released.insert(request)
      }
    case .dispatched(let request, let seeds, _):
      return lot.keeping { books in
        books.free &+= books.letGo(request) &- seeds
        books.dispatched.insert(request)
      }
    case .exhausted:
      return .closed(lot.books)
    case .discarded(_, let seedsLost, _):
      return .closed(lot.keeping { $0.free &-= seedsLost }.books)
    }
  }
}
