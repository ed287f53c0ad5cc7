/// What can be asked of a lot.
///
/// Each case says when it is accepted, which events follow, and how it is refused. *Open* means
/// deposited and neither exhausted nor discarded; *available* means on hand and not reserved; the
/// *permille* of a lot is that of its latest test, 0 without one. See ``LotRules`` for what holds
/// for all commands and ``LotRejection`` for the refusals.
///
/// **Quantities in commands are moderate.** No command carries a number above one billion.
public enum LotCommand: Hashable, Codable, Sendable {
  /// Takes seeds of a taxon into the vault as a new lot.
  ///
  /// **Accepted if the lot has no history**, with 1 seed or more and 0 days or more. The event is
  /// `deposited` with the same lot, taxon and seeds, and with
  /// `quarantineEndsAt = now + quarantineDays · 86 400 000`.
  ///
  /// Refused with `invalidQuantity` for fewer than 1 seed or fewer than 0 days, and with
  /// `alreadyDeposited` if the lot has a history, even for the same values.
  case deposit(LotID, Taxon, seeds: Int, quarantineDays: Int)

  /// Records a germination test: so many seeds were sown, and so many of them germinated.
  ///
  /// **Accepted if the lot is open and the sown seeds are available**, with `sown ≥ 1` and
  /// `0 ≤ germinated ≤ sown`. Quarantine and the reserve floor do not matter. The event is
  /// `tested`; the sown seeds leave the stock. Sowing the last seed does not exhaust the lot.
  ///
  /// Refused with `invalidQuantity` for other numbers, and with `insufficientSeeds(available:)`,
  /// carrying the available seeds, if more are sown than are available: reserved seeds cannot be
  /// sown.
  case recordTest(sown: Int, germinated: Int)

  /// Sets seeds aside for a request.
  ///
  /// **Accepted if the lot is open, out of quarantine, viable and rich enough**, with 1 seed or
  /// more and a request that is new to the lot: `now ≥ quarantineEndsAt`, permille ≥
  /// `policy.minViabilityPermille`, and `seeds ≤ available − policy.reserveFloor`. Each bound is
  /// inclusive. The event is `reserved`.
  ///
  /// **Repeating an active reservation changes nothing.** The same request with the same number of
  /// seeds, while it is reserved, is accepted without events.
  ///
  /// Refused with `invalidQuantity` for fewer than 1 seed; `inQuarantine(until:)` with the end of
  /// the quarantine; `belowViability(permille:)` with the lot's permille;
  /// `insufficientSeeds(available:)` with `available − reserveFloor`, which may be negative; and
  /// `requestConflict` if the request is reserved with another number of seeds, or was released or
  /// dispatched before.
  case reserve(RequestID, seeds: Int)

  /// Gives back the seeds set aside for a request.
  ///
  /// **Accepted if the request is reserved.** The event is `released` with the reserved number of
  /// seeds.
  ///
  /// **Repeating changes nothing.** A request that is released already is accepted without events.
  ///
  /// Refused with `requestConflict` if the request was dispatched, and with `unknownRequest` if it
  /// was never reserved.
  case release(RequestID)

  /// Sends off the seeds set aside for a request.
  ///
  /// **Accepted if the request is reserved.** The event is `dispatched` with the reserved number of
  /// seeds; if nothing is left on hand then, `exhausted` follows it in the same decision.
  /// Quarantine, viability and floor do not matter any more.
  ///
  /// **Repeating changes nothing.** A request that is dispatched already is accepted without
  /// events, also when that dispatch closed the lot.
  ///
  /// Refused with `requestConflict` if the request was released, and with `unknownRequest` if it
  /// was never reserved.
  case dispatch(RequestID)

  /// Gives up the lot, for any reason.
  ///
  /// **Accepted if the lot is open and nothing is reserved.** The event is `discarded` with the
  /// same reason and with `seedsLost` equal to all seeds on hand.
  ///
  /// Refused with `requestConflict`, carrying the smallest reserved request identifier, if there
  /// are reservations.
  case discard(reason: String)
}
