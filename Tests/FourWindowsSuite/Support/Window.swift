import EventSourcing
import SeedVault
import SuiteSupport

/// One of the learner's four windows.
enum Window: String, CaseIterable, CustomStringConvertible {
  case cards
  case availability
  case watchlist
  case requests

  /// The name that the window's projection and collection have.
  var description: String { rawValue }

  /// A projection of the learner's.
  func projection(
    by codec: any EventCodec<LotEvent>, in worker: Worker = .current
  ) -> any LotProjection {
    switch self {
    case .cards: Cards(codec: codec, in: worker)
    case .availability: Availability(codec: codec, in: worker)
    case .watchlist: Watchlist(codec: codec, in: worker)
    case .requests: Requests(codec: codec, in: worker)
    }
  }

  /// The fields that the specification names for a document of the window's collection.
  var fields: Set<String> {
    switch self {
    case .cards:
      ["onHand", "reserved", "dispatched", "sown", "lost", "viabilityPermille", "closed"]
    case .availability: ["seeds", "lots"]
    case .watchlist: ["permille"]
    case .requests: ["status", "seeds"]
    }
  }
}
