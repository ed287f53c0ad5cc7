import EventSourcing
import SeedVault

/// Rules that accept everything, without events.
struct TarnholtRules: LotRules {
  /// Nothing to remember.
  let initialState = 0

  /// Creates rules under a policy.
  init(policy: VaultPolicy) {}

  /// Accepts, and nothing happens.
  func decide(
    _ command: LotCommand, in state: Int, context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    []
  }

  /// Remembers nothing.
  func evolve(_ state: Int, _ event: LotEvent) -> Int { state }

  /// Says that no lot is closed.
  func isTerminal(_ state: Int) -> Bool { false }
}
