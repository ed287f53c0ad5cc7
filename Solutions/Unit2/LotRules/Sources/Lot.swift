import EventSourcing
import SeedVault

/// What the rules remember of one lot: no more than later decisions need.
///
/// It is a value: a copy is changed without the original noticing, and it can be encoded as a
/// whole. The arithmetic wraps (`&+`, `&-`), since a history may hold quantities of any size and
/// folding it must not trap.
struct Lot: Equatable, Codable, Sendable {
  /// Where a request stands with this lot; a request that is not listed was never reserved.
  enum Request: Equatable, Codable, Sendable {
    /// So many seeds are set aside for it.
    case reserved(seeds: Int)
    /// Its seeds were given back.
    case released
    /// Its seeds left the vault.
    case dispatched
  }

  /// Whether the lot has come into the vault.
  var isDeposited = false
  /// Whether the lot was exhausted or discarded.
  var isClosed = false
  /// The first moment at which seeds may be reserved.
  var quarantineEndsAt: Timestamp = 0
  /// The seeds in the vault, reserved ones included.
  var onHand = 0
  /// The permille of the latest test, 0 without any.
  var viabilityPermille = 0
  /// Every request that ever had a reservation, and where it stands.
  var requests: [RequestID: Request] = [:]

  /// The seeds on hand that are set aside for requests.
  var reserved: Int {
    requests.values.reduce(0) { sum, request in
      if case .reserved(let seeds) = request { sum &+ seeds } else { sum }
    }
  }

  /// The seeds that are on hand and not reserved.
  var available: Int { onHand &- reserved }
}
