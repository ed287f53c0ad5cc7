public import EventSourcing

/// Why a lot refuses a command.
public enum LotRejection: Error, Hashable, Codable, Sendable {
  /// The lot exists already.
  case alreadyDeposited

  /// The lot has no history.
  case unknownLot

  /// The lot is exhausted or discarded.
  case lotClosed

  /// A quantity is out of range.
  case invalidQuantity

  /// The lot is in quarantine until this moment.
  case inQuarantine(until: Timestamp)

  /// Fewer seeds than asked for may be taken.
  case insufficientSeeds(available: Int)

  /// The latest test is too bad.
  case belowViability(permille: Int)

  /// The request stands otherwise than the command supposes.
  case requestConflict(RequestID)

  /// The lot never had a reservation for this request.
  case unknownRequest(RequestID)

  /// The recorded answer of the permit office was no.
  case permitDenied
}
