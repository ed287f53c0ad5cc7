import EventSourcing
import SeedVault
import SeededRandom
import SuiteSupport

/// Some lots that keep the vault's rules, and what happens to them.
struct RandomVault {
  private var shelf: [LotID: State] = [:]
  /// What has happened, oldest first.
  private(set) var facts: [Fact] = []

  /// As much of a lot as is needed to keep the rules.
  private struct State {
    var onHand: Int
    var active: [RequestID: Int] = [:]
    var settled: Set<RequestID> = []
    var isClosed = false

    var available: Int { onHand - active.values.reduce(0, +) }
  }

  /// The part of some facts that can have happened in this order.
  ///
  /// So a history stays one that lots can have when a search for the smallest leaves facts out.
  init(mending facts: [Fact]) {
    for fact in facts { happen(fact.lot, fact.event) }
  }

  /// A random history of three lots.
  init(seed: UInt64, facts count: Int) {
    var random = SeededGenerator(seed: seed)
    let lots: [LotID] = ["tarn-10", "tarn-9", "tarn-1"]
    let taxa: [Taxon] = [.barley, .heather, .wildBarley, .barley]
    while facts.count < count {
      let lot = lots[Int.random(in: 0..<lots.count, using: &random)]
      let request = RequestID(rawValue: "r-\(Int.random(in: 1...4, using: &random))")
      let seeds = Int.random(in: 1...40, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0...1: happen(lot, .deposit(seeds * 5, of: taxa[seeds % taxa.count]))
      case 2...4: happen(lot, .test(Int.random(in: 0...seeds, using: &random), of: seeds))
      case 5...7: happen(lot, .reserve(seeds, for: request))
      case 8: happen(lot, .release(0, of: request))
      case 9...10: happen(lot, .dispatch(0, to: request))
      default: if seeds < 8 || facts.count > count - 3 { happen(lot, .discard(0)) }
      }
    }
  }

  /// Lets something happen to a lot, with the numbers that the rules demand, unless they forbid it.
  private mutating func happen(_ lot: LotID, _ event: LotEvent) {
    guard var state = shelf[lot] else {
      guard case .deposited(_, _, let seeds, _, _) = event else { return }
      shelf[lot] = State(onHand: seeds)
      facts.append(Fact(lot: lot, event: event))
      return
    }
    guard !state.isClosed else { return }
    var event = event
    switch event {
    case .deposited, .exhausted: return
    case .tested(let sown, _, _):
      guard sown <= state.available else { return }
      state.onHand -= sown
    case .reserved(let request, let seeds, _):
      guard seeds <= state.available, state.active[request] == nil,
        !state.settled.contains(request)
      else { return }
      state.active[request] = seeds
    case .released(let request, _, _):
      guard let seeds = state.active.removeValue(forKey: request) else { return }
      state.settled.insert(request)
      event = .release(seeds, of: request)
    case .dispatched(let request, _, _):
      guard let seeds = state.active.removeValue(forKey: request) else { return }
      state.settled.insert(request)
      state.onHand -= seeds
      event = .dispatch(seeds, to: request)
    case .discarded:
      guard state.active.isEmpty else { return }
      event = .discard(state.onHand)
      state.onHand = 0
      state.isClosed = true
    }
    facts.append(Fact(lot: lot, event: event))
    if case .dispatched = event, state.onHand == 0 {
      facts.append(Fact(lot: lot, event: .exhaust))
      state.isClosed = true
    }
    shelf[lot] = state
  }
}
