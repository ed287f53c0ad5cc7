/// Compares a lot's log of commands with its log of events.
public protocol HistoryAuditor: Sendable {
  /// Creates an auditor.
  init(rules: any RuleBook)

  /// Returns the figures of a lot from its events.
  func fromEvents(_ events: [LotEvent]) -> LotFigures

  /// Carries out commands for the first time.
  func live(_ commands: [CommandRecord], under policy: VaultPolicy, effects: any EffectPort)
    async -> [CommandFate]

  /// Carries out commands again, without any effect.
  func replay(_ commands: [CommandRecord], under policy: VaultPolicy, effects: any EffectPort)
    async -> [CommandFate]

  /// Returns the commands that fare differently under another policy.
  func divergences(_ commands: [CommandRecord], from: VaultPolicy, to: VaultPolicy) -> [Divergence]
}
