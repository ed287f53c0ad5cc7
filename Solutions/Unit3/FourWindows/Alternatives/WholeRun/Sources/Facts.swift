import EventSourcing
import FoundationEssentials
import SeedVault

/// The events of one lot, kept in a document as they were.
struct Facts {
  /// The events, oldest first.
  var events: [LotEvent]

  /// Reads the events of a document; none if there is no such document.
  init(_ document: JSONValue?) {
    let texts = document?["facts"]?.text.map { Data($0.utf8) }
    events = texts.flatMap { try? JSONDecoder().decode([LotEvent].self, from: $0) } ?? []
  }

  /// The events as a field of a document.
  var field: JSONValue {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = (try? encoder.encode(events)) ?? Data()
    return .string(String(decoding: data, as: UTF8.self))
  }

  /// The figures, worked out from scratch.
  var figures: LotFigures {
    events.reduce(into: LotFigures.none) { $0.apply($1) }
  }

  /// The taxon, if the lot was deposited.
  var taxon: Taxon? {
    events.lazy.compactMap { if case .deposited(_, let taxon, _, _, _) = $0 { taxon } else { nil } }
      .first
  }
}
