public import EventSourcing

/// The rules of a lot in terms of its history, provided to auditors.
///
/// **A rule book keeps nothing.** Each answer depends on the arguments alone.
///
/// **A rule book knows nothing of permits and effects.** It never rejects with `permitDenied`.
///
/// ```swift
/// let events = try rules.decide(command, after: history, context: context, under: policy)
/// let figures = rules.figures(of: history + events)
/// ```
public protocol RuleBook: Sendable {
  /// Decides what happens because of a command, as ``LotRules`` does.
  ///
  /// - Parameters:
  ///   - command: What is asked for.
  ///   - history: All earlier events of the lot, oldest first.
  ///   - context: The identity, time and actor of the decision.
  ///   - policy: The limits to apply.
  /// - Returns: The events that happen, possibly none.
  /// - Throws: The reason of a refusal.
  func decide(
    _ command: LotCommand,
    after history: [LotEvent],
    context: DecisionContext,
    under policy: VaultPolicy
  ) throws(LotRejection) -> [LotEvent]

  /// Returns the figures of a lot after a history.
  ///
  /// - Parameter history: All events of the lot, oldest first.
  /// - Returns: The figures; all zero, without a test and open for an empty history.
  func figures(of history: [LotEvent]) -> LotFigures
}
