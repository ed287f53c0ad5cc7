import EventSourcing
import SeedVault

/// A lot as a shelf with a list of requests in the order of their arrival.
struct Shelf: Hashable, Codable, Sendable {
  /// One request and where it stands.
  struct Row: Hashable, Codable, Sendable {
    /// Where a request stands.
    enum Standing: String, Codable, Sendable {
      case reserved
      case released
      case dispatched
    }

    /// Whose row it is.
    let request: RequestID
    /// The seeds of its reservation.
    var seeds: Int
    /// Where it stands.
    var standing: Standing
  }

  /// The running totals of what came in and what went out.
  var deposited = 0
  /// The seeds that tests used up.
  var sown = 0
  /// The seeds that left.
  var sentOff = 0
  /// The seeds that were lost.
  var lost = 0
  /// The end of the quarantine, `nil` as long as there is no lot.
  var quarantineEndsAt: Timestamp?
  /// The permille of each test, oldest first.
  var permilles: [Int] = []
  /// Every request.
  var rows: [Row] = []
  /// Whether the lot is closed.
  var isClosed = false

  /// The seeds in the vault: what came in and did not go out.
  var onHand: Int { deposited &- sown &- sentOff &- lost }

  /// The rows whose seeds are set aside.
  var activeRows: [Row] { rows.filter { $0.standing == .reserved } }

  /// The seeds that may still be used.
  var available: Int { activeRows.reduce(onHand) { $0 &- $1.seeds } }

  /// The row of a request.
  func row(of request: RequestID) -> Row? {
    rows.first { $0.request == request }
  }

  /// Notes where a request stands now, in a row of its own if it has none yet.
  mutating func note(_ request: RequestID, _ standing: Row.Standing, seeds: Int) {
    if let index = rows.firstIndex(where: { $0.request == request }) {
      rows[index].standing = standing
      rows[index].seeds = seeds
    } else {
      rows.append(Row(request: request, seeds: seeds, standing: standing))
    }
  }
}
