/// Compares a lot's log of commands with its log of events.
///
/// Two histories can be kept of one lot: what was asked (commands) and what happened (events).
/// Commands must be decided again to know the present, so the present depends on the rules of
/// today; events only need to be added up.
///
/// **Commands are taken in the order of the log.** Each is decided by the rule book after the
/// events of all commands before it, with its recorded context. Times may stand still or fall;
/// nothing is sorted.
///
/// **There is one fate for every command.** Refused commands have their place in the log and in the
/// result, but nothing of them is in the history of the commands that follow. An empty log has no
/// fates.
///
/// **External answers are taken from the record.** A dispatch whose `answers["permit"]` is
/// `.bool(false)` is refused with `permitDenied` and leaves no events, in `live`, in `replay` and
/// in `divergences`. Without that answer the rule book alone decides.
///
/// **Live has effects, replay has none.** `live` performs the effect `courier:<request>` once for
/// each dispatch that was accepted with events, after deciding it, in the order of the log. Refused
/// dispatches and repeats that cause no events have no effect. `replay` performs no effect at all.
///
/// **Replay under the same policy gives the same fates.** This includes all times, because the
/// recorded `context.now` is used and never the present.
///
/// **Replay under another policy may give another history.** One changed fate changes the history
/// for all commands after it, and so perhaps their fates.
///
/// **Divergences are all differences, in order.** A command is listed if its fates in the two full
/// histories, one for each policy, differ in any way: refused or accepted, in the reason, or in the
/// events. The index counts every command of the log. The same policy twice gives no divergences.
///
/// **Facts do not move.** `fromEvents` takes no policy and checks nothing; it returns the rule
/// book's figures of the events as they are.
///
/// **Calls share nothing.** No call leaves a trace that another can see.
///
/// ```swift
/// let before = await auditor.live(log, under: strict, effects: couriers)
/// let after = await auditor.replay(log, under: lenient, effects: couriers)
/// let changes = auditor.divergences(log, from: strict, to: lenient)
/// // changes.map(\.index) are the places where before and after differ
/// ```
public protocol HistoryAuditor: Sendable {
  /// Creates an auditor.
  ///
  /// - Parameter rules: The rules of a lot, in terms of its history.
  init(rules: any RuleBook)

  /// Returns the figures of a lot from its events.
  ///
  /// - Parameter events: All events of the lot, oldest first.
  /// - Returns: The figures after the last event.
  func fromEvents(_ events: [LotEvent]) -> LotFigures

  /// Carries out commands for the first time, with their effects.
  ///
  /// - Parameters:
  ///   - commands: The log, oldest command first.
  ///   - policy: The limits to apply.
  ///   - effects: The way to the outside world.
  /// - Returns: The fate of each command, in order.
  func live(_ commands: [CommandRecord], under policy: VaultPolicy, effects: any EffectPort)
    async -> [CommandFate]

  /// Carries out commands again, without any effect.
  ///
  /// - Parameters:
  ///   - commands: The log, oldest command first.
  ///   - policy: The limits to apply.
  ///   - effects: The way to the outside world, which a replay does not go.
  /// - Returns: The fate of each command, in order.
  func replay(_ commands: [CommandRecord], under policy: VaultPolicy, effects: any EffectPort)
    async -> [CommandFate]

  /// Returns the commands that fare differently under another policy.
  ///
  /// - Parameters:
  ///   - commands: The log, oldest command first.
  ///   - from: The policy of the fates called `before`.
  ///   - to: The policy of the fates called `after`.
  /// - Returns: One entry for each command whose fates differ, by ascending index.
  func divergences(_ commands: [CommandRecord], from: VaultPolicy, to: VaultPolicy) -> [Divergence]
}
