import EventSourcing
import SeedVault
import Synchronization

/// A lot as an object; it is never changed once it is handed out, only copied and the copy changed.
final class LotCard: Equatable, Codable, Sendable {
  /// What the card says.
  struct Entries: Equatable, Codable, Sendable {
    /// Whether the lot came into the vault.
    var isDeposited = false
    /// Whether the lot is closed.
    var isClosed = false
    /// The first moment at which seeds may be reserved.
    var quarantineEndsAt: Timestamp = 0
    /// The seeds in the vault.
    var onHand = 0
    /// The seeds in the vault that are set aside.
    var reserved = 0
    /// The permille of the latest test.
    var permille = 0
    /// The seeds of every active request.
    var active: [RequestID: Int] = [:]
    /// Whether a settled request was dispatched, or else released.
    var settled: [RequestID: Bool] = [:]
  }

  private let page: Mutex<Entries>

  /// Writes a card.
  init(_ entries: Entries = Entries()) {
    page = Mutex(entries)
  }

  /// What the card says.
  var entries: Entries { page.withLock { $0 } }

  /// Changes what this very card says; only fit for a card that nobody else holds.
  func write(_ change: (inout Entries) -> Void) {
    page.withLock { change(&$0) }
  }

  /// A card that says the same.
  func copy() -> LotCard {
    LotCard(entries)
  }

  /// Compares what two cards say.
  static func == (left: LotCard, right: LotCard) -> Bool {
    left.entries == right.entries
  }

  /// Reads a card.
  convenience init(from decoder: any Decoder) throws {
    self.init(try Entries(from: decoder))
  }

  /// Puts down what the card says.
  func encode(to encoder: any Encoder) throws {
    try entries.encode(to: encoder)
  }
}
