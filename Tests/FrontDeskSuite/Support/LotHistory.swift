import EventSourcing
import SeedVault
import SeededRandom
import SuiteSupport

/// A history of one lot that kept the rules, as far as a front desk gets to see them.
struct LotHistory: Sendable {
  /// The facts, oldest first.
  private(set) var facts: [LotEvent] = []
  /// The seeds on hand.
  private var onHand = 0
  /// The active reservations, oldest first.
  private var reservations: [(request: RequestID, seeds: Int)] = []
  /// The number of reservations ever made, from which requests are named.
  private var requests = 0
  /// Whether nothing more can happen.
  private var isClosed = false

  /// An empty history.
  init() {}

  /// A random history: a deposit, then whatever the lot allows, to its end or to a number of facts.
  init(seed: UInt64, facts count: Int = 12) {
    var generator = SeededGenerator(seed: seed)
    add(.deposit(Int.random(in: 60...400, using: &generator)))
    while facts.count < count, !isClosed, let fact = next(using: &generator) { add(fact) }
  }

  /// The part of some facts that can have happened in this order; a loss is made to fit.
  ///
  /// So a history stays one that a lot can have when a search for the smallest leaves facts out.
  init(mending facts: [LotEvent]) {
    for fact in facts {
      if case .discarded = fact { add(.discard(onHand)) } else { add(fact) }
    }
  }

  /// The seeds that may be sown or set aside.
  private var available: Int { onHand - reservations.reduce(0) { $0 + $1.seeds } }

  /// Adds a fact, unless it cannot have happened.
  private mutating func add(_ fact: LotEvent) {
    guard !isClosed, facts.isEmpty != isAfterDeposit(fact) else { return }
    switch fact {
    case .deposited(_, _, let seeds, _, _):
      onHand = seeds
    case .tested(let sown, _, _):
      guard sown <= available else { return }
      onHand -= sown
    case .reserved(let request, let seeds, _):
      guard seeds <= available else { return }
      reservations.append((request, seeds))
      requests += 1
    case .released(let request, _, _):
      guard takeReservation(request) != nil else { return }
    case .dispatched(let request, _, _):
      guard let seeds = takeReservation(request) else { return }
      onHand -= seeds
    case .exhausted:
      guard onHand == 0 else { return }
      isClosed = true
    case .discarded:
      guard reservations.isEmpty else { return }
      onHand = 0
      isClosed = true
    }
    facts.append(fact)
    // The last dispatch exhausts the lot in the same decision.
    if case .dispatched = fact, onHand == 0 { add(.exhaust) }
  }

  /// Whether a fact is one of a lot that has been deposited.
  private func isAfterDeposit(_ fact: LotEvent) -> Bool {
    if case .deposited = fact { false } else { true }
  }

  /// Ends a reservation, if there is one.
  private mutating func takeReservation(_ request: RequestID) -> Int? {
    guard let index = reservations.firstIndex(where: { $0.request == request }) else { return nil }
    return reservations.remove(at: index).seeds
  }

  /// A random fact that may happen next; `nil` when the lot is used up but open.
  private func next(using generator: inout SeededGenerator) -> LotEvent? {
    var candidates: [LotEvent] = []
    if available > 0 {
      let seeds = Int.random(in: 1...max(available / 2, 1), using: &generator)
      candidates.append(.test(Int.random(in: 0...seeds, using: &generator), of: seeds))
      // Some requests are for all there is, so that some lots end exhausted.
      let wish = requests % 3 == 1 ? available : seeds
      candidates.append(.reserve(wish, for: RequestID(rawValue: "r-\(requests + 1)")))
    }
    if let (request, seeds) = reservations.randomElement(using: &generator) {
      candidates.append(.release(seeds, of: request))
      candidates.append(.dispatch(seeds, to: request))
    } else if facts.count > 7 {
      candidates.append(.discard(onHand))
    }
    return candidates.randomElement(using: &generator)
  }
}
