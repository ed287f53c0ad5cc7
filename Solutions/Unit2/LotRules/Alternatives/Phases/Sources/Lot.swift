import EventSourcing
import SeedVault

/// A lot in one of three phases; only the phase says which commands make sense at all.
enum Lot: Equatable, Codable, Sendable {
  /// Nothing was deposited yet.
  case awaited(Books)
  /// The lot is in the vault.
  case open(Books)
  /// The lot was exhausted or discarded; its books still answer repeats.
  case closed(Books)

  /// The books, in whatever phase.
  var books: Books {
    switch self {
    case .awaited(let books), .open(let books), .closed(let books): books
    }
  }

  /// The same phase with books that have changed.
  func keeping(_ change: (inout Books) -> Void) -> Lot {
    var books = books
    change(&books)
    return switch self {
    case .awaited: .awaited(books)
    case .open: .open(books)
    case .closed: .closed(books)
    }
  }
}

/// The numbers of a lot.
struct Books: Equatable, Codable, Sendable {
  /// When the quarantine ends.
  var quarantineEndsAt: Timestamp?
  /// The seeds that nobody holds.
  var free = 0
  /// The seeds that each active request holds.
  var held: [RequestID: Int] = [:]
  /// The requests whose seeds came back.
  var released: Set<RequestID> = []
  /// The requests whose seeds left.
  var dispatched: Set<RequestID> = []
  /// The latest test.
  var latestTest: Test?

  /// A test as it was recorded.
  struct Test: Equatable, Codable, Sendable {
    /// The seeds used.
    var sown: Int
    /// Those that germinated.
    var germinated: Int
  }

  /// All seeds in the vault.
  var onHand: Int { held.values.reduce(free, &+) }

  /// The permille of the latest test.
  var permille: Int {
    guard let test = latestTest, test.sown > 0 else { return 0 }
    return test.germinated.multipliedReportingOverflow(by: 1000).partialValue / test.sown
  }

  /// Ends what a request holds, and says how much that was.
  mutating func letGo(_ request: RequestID) -> Int {
    held.removeValue(forKey: request) ?? 0
  }
}
