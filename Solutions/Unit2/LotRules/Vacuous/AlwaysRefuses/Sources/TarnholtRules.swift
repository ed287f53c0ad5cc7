import EventSourcing
import SeedVault

/// Rules that refuse everything, with the reason that is right most often.
struct TarnholtRules: LotRules {
  /// Whether anything has happened.
  let initialState = false

  /// Creates rules under a policy.
  init(policy: VaultPolicy) {}

  /// Refuses.
  func decide(
    _ command: LotCommand, in hasHistory: Bool, context: DecisionContext
  ) throws(LotRejection) -> [LotEvent] {
    throw hasHistory ? .lotClosed : .unknownLot
  }

  /// Notes that something has happened.
  func evolve(_ hasHistory: Bool, _ event: LotEvent) -> Bool { true }

  /// Says that every lot with a history is closed.
  func isTerminal(_ hasHistory: Bool) -> Bool { hasHistory }
}
