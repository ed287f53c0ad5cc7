import EventSourcing
import SeedVault

/// Rules that say of every command that it has happened.
struct TarnholtRules: LotRules {
  /// The seeds that each request asked for, so that the echo is as good as it can be.
  let initialState: [RequestID: Int] = [:]

  /// Creates rules under a policy.
  init(policy: VaultPolicy) {}

  /// Says the command back as an event.
  func decide(
    _ command: LotCommand, in requests: [RequestID: Int], context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    let now = context.now
    switch command {
    case .deposit(let id, let taxon, let seeds, let days):
      let end = Timestamp(rawValue: now.rawValue + Int64(days) * 86_400_000)
      return [.deposited(id, taxon, seeds: seeds, quarantineEndsAt: end, at: now)]
    case .recordTest(let sown, let germinated):
      return [.tested(sown: sown, germinated: germinated, at: now)]
    case .reserve(let request, let seeds):
      return [.reserved(request, seeds: seeds, at: now)]
    case .release(let request):
      return [.released(request, seeds: requests[request] ?? 0, at: now)]
    case .dispatch(let request):
      return [.dispatched(request, seeds: requests[request] ?? 0, at: now)]
    case .discard(let reason):
      return [.discarded(reason: reason, seedsLost: 0, at: now)]
    }
  }

  /// Remembers what a reservation says.
  func evolve(_ requests: [RequestID: Int], _ event: LotEvent) -> [RequestID: Int] {
    var requests = requests
    if case .reserved(let request, let seeds, _) = event { requests[request] = seeds }
    return requests
  }

  /// Says that no lot is closed.
  func isTerminal(_ requests: [RequestID: Int]) -> Bool { false }
}
