public import EventSourcing

/// What can have happened to a lot.
///
/// **Every event carries the moment it happened.** `at` is the `now` of the decision's context.
///
/// **A history may hold anything.** Events were decided under other policies and by older code, so
/// a history may reserve more than there is, go on after the lot was closed, mention requests that
/// were never reserved, or hold quantities of any size and sign.
public enum LotEvent: Hashable, Codable, Sendable {
  /// The lot came into the vault: `seeds` are on hand, and may be reserved from `quarantineEndsAt`
  /// on.
  case deposited(LotID, Taxon, seeds: Int, quarantineEndsAt: Timestamp, at: Timestamp)

  /// Seeds were sown and so left the stock; `germinated` of them germinated.
  ///
  /// The permille of a test is `germinated * 1000 / sown` in integer division, and 0 if `sown` is
  /// not positive. The latest test is the one that counts.
  case tested(sown: Int, germinated: Int, at: Timestamp)

  /// Seeds were set aside for a request; they stay on hand but are not available.
  case reserved(RequestID, seeds: Int, at: Timestamp)

  /// Seeds set aside for a request became available again.
  case released(RequestID, seeds: Int, at: Timestamp)

  /// Seeds set aside for a request left the vault; they are neither on hand nor reserved any more.
  case dispatched(RequestID, seeds: Int, at: Timestamp)

  /// The last seed left the vault, which closed the lot.
  case exhausted(at: Timestamp)

  /// The lot was given up, which closed it; `seedsLost` are not on hand any more.
  case discarded(reason: String, seedsLost: Int, at: Timestamp)
}
