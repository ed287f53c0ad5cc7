public import EventSourcing

/// What can have happened to a lot.
public enum LotEvent: Hashable, Codable, Sendable {
  /// The lot came into the vault.
  case deposited(LotID, Taxon, seeds: Int, quarantineEndsAt: Timestamp, at: Timestamp)

  /// Seeds were sown, and this many of them germinated.
  case tested(sown: Int, germinated: Int, at: Timestamp)

  /// Seeds were set aside for a request.
  case reserved(RequestID, seeds: Int, at: Timestamp)

  /// Seeds set aside for a request became available again.
  case released(RequestID, seeds: Int, at: Timestamp)

  /// Seeds set aside for a request left the vault.
  case dispatched(RequestID, seeds: Int, at: Timestamp)

  /// The last seed left the vault.
  case exhausted(at: Timestamp)

  /// The lot was given up.
  case discarded(reason: String, seedsLost: Int, at: Timestamp)
}
