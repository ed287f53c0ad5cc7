import CQRS
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

  /// The documents of the window's collection, without null fields and those that the specification does not name.
  func shown(in contents: ViewContents) -> [ViewKey: JSONValue] {
    var documents: [ViewKey: JSONValue] = [:]
    for (id, document) in contents[rawValue] {
      var shown = document
      if case .object(let all) = document {
        shown = .object(all.filter { fields.contains($0.key) && $0.value != .null })
      }
      documents[ViewKey(rawValue, id)] = shown
    }
    return documents
  }

  /// Whether some document has a field that the specification names, right or wrong.
  func shows(anythingIn contents: ViewContents) -> Bool {
    shown(in: contents).values.contains { document in
      if case .object(let fields) = document { !fields.isEmpty } else { false }
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
