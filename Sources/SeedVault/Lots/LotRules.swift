public import EventSourcing

/// The decider of one lot.
public protocol LotRules: Decider
where Command == LotCommand, Event == LotEvent, Rejection == LotRejection {
  /// Creates rules under a policy.
  init(policy: VaultPolicy)
}
