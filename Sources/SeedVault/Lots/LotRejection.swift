public import EventSourcing

/// Why a lot refuses a command.
///
/// **If several reasons apply, any one of them may be given.** Their precedence is left open.
public enum LotRejection: Error, Hashable, Codable, Sendable {
  /// A deposit of a lot that has a history.
  case alreadyDeposited

  /// Any command but a deposit, for a lot that has no history.
  case unknownLot

  /// Any command but an exact repeat, for a lot that is exhausted or discarded.
  case lotClosed

  /// A deposit or reservation of fewer than 1 seed, negative days, or impossible numbers of a test.
  case invalidQuantity

  /// A reservation before the end of the quarantine, which is this moment.
  case inQuarantine(until: Timestamp)

  /// A test or reservation of more seeds than may be taken; carries how many may be.
  ///
  /// For a test these are the available seeds, for a reservation the available seeds less the
  /// policy's reserve floor. The number is not clamped and may be negative.
  case insufficientSeeds(available: Int)

  /// A reservation while the latest test, which has this permille, is too bad; 0 without any test.
  case belowViability(permille: Int)

  /// A command for a request that stands otherwise than the command supposes.
  ///
  /// - A reservation of a request that is reserved with another number of seeds, or was released or
  ///   dispatched.
  /// - A release of a dispatched request, or a dispatch of a released one.
  /// - A discard while requests are reserved; carries the smallest of their identifiers.
  case requestConflict(RequestID)

  /// A release or dispatch for a request that the lot never had a reservation for.
  case unknownRequest(RequestID)

  /// A dispatch for which the permit office answered no; see ``HistoryAuditor``.
  ///
  /// ``LotRules`` and ``RuleBook`` never give this reason.
  case permitDenied
}
