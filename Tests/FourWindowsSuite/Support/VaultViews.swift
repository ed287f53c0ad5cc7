import CQRS
import EventSourcing
import SeedVault
import SuiteSupport

/// What the four windows have to show after some facts: the suite's own reading of the specification.
struct VaultViews {
  private var lots: [LotID: LotFigures] = [:]
  private var taxa: [LotID: Taxon] = [:]
  private var parts: [RequestID: [LotID: (status: String, seeds: Int)]] = [:]

  /// Reads the facts, oldest first.
  init(_ facts: [Fact]) {
    for fact in facts { take(fact) }
  }

  /// Reads one fact.
  private mutating func take(_ fact: Fact) {
    var figures =
      lots[fact.lot]
      ?? LotFigures(
        onHand: 0, reserved: 0, dispatched: 0, sown: 0, lost: 0, viabilityPermille: nil,
        closed: false)
    switch fact.event {
    case .deposited(_, let taxon, let seeds, _, _):
      taxa[fact.lot] = taxon
      figures.onHand += seeds
    case .tested(let sown, let germinated, _):
      figures.onHand -= sown
      figures.sown += sown
      figures.viabilityPermille = germinated * 1_000 / sown
    case .reserved(let request, let seeds, _):
      figures.reserved += seeds
      parts[request, default: [:]][fact.lot] = ("reserved", seeds)
    case .released(let request, let seeds, _):
      figures.reserved -= seeds
      parts[request, default: [:]][fact.lot] = ("released", 0)
    case .dispatched(let request, let seeds, _):
      figures.reserved -= seeds
      figures.onHand -= seeds
      figures.dispatched += seeds
      parts[request, default: [:]][fact.lot] = ("dispatched", seeds)
    case .exhausted:
      figures.closed = true
    case .discarded(_, let seeds, _):
      figures.onHand -= seeds
      figures.lost += seeds
      figures.closed = true
    }
    lots[fact.lot] = figures
  }

  /// The documents of a window's collection, with the fields that the specification names.
  func documents(of window: Window) -> [String: JSONValue] {
    switch window {
    case .cards: cards
    case .availability: availability
    case .watchlist:
      open.reduce(into: [:]) {
        $0[$1.key.rawValue] = .object(["permille": number($1.value.viabilityPermille ?? 0)])
      }
    case .requests:
      parts.reduce(into: [:]) { documents, request in
        let statuses = Set(request.value.values.map(\.status))
        let status = ["reserved", "dispatched"].first { statuses.contains($0) } ?? "released"
        let seeds = request.value.values.reduce(0) { $0 + $1.seeds }
        documents[request.key.rawValue] = .object([
          "status": .string(status), "seeds": number(seeds),
        ])
      }
    }
  }

  /// The open lots below 850 permille, weakest first, at most five.
  var weakest: JSONValue {
    let weak = open.map { (permille: $0.value.viabilityPermille ?? 0, lot: $0.key) }
      .filter { $0.permille < 850 }
      .sorted { ($0.permille, $0.lot) < ($1.permille, $1.lot) }
    return .array(weak.prefix(5).map { .string($0.lot.rawValue) })
  }

  /// The figures of every lot.
  private var cards: [String: JSONValue] {
    lots.reduce(into: [:]) { documents, lot in
      let figures = lot.value
      var fields = [
        "onHand": number(figures.onHand), "reserved": number(figures.reserved),
        "dispatched": number(figures.dispatched), "sown": number(figures.sown),
        "lost": number(figures.lost), "closed": .bool(figures.closed),
      ]
      fields["viabilityPermille"] = figures.viabilityPermille.map(number)
      documents[lot.key.rawValue] = .object(fields)
    }
  }

  /// The sum over the open lots of every taxon.
  private var availability: [String: JSONValue] {
    Set(taxa.values).reduce(into: [:]) { documents, taxon in
      let shelf = open.filter { taxa[$0.key] == taxon }
      documents["\(taxon.genus) \(taxon.species)"] = .object([
        "seeds": number(shelf.values.reduce(0) { $0 + $1.onHand - $1.reserved }),
        "lots": .array(shelf.keys.sorted().map { .string($0.rawValue) }),
      ])
    }
  }

  /// The lots that are not closed.
  private var open: [LotID: LotFigures] { lots.filter { !$0.value.closed } }

  /// A number of a document.
  private func number(_ value: Int) -> JSONValue { .int(Int64(value)) }
}

extension VaultViews {
  /// Where documents differ from what they have to be, and how.
  struct Difference {
    /// The document.
    var place: String
    /// What it has to be.
    var expected: String
    /// What it is.
    var got: String
  }

  /// The first document of a window that differs; fields that the specification does not name do not matter.
  ///
  /// - Parameters:
  ///   - contents: What there is.
  ///   - window: Where to look.
  ///   - ordered: Whether the order of lists is the matter; if not, the list of the weakest lots is not looked at.
  func difference(
    from contents: ViewContents, in window: Window, ordered: Bool = true
  ) -> Difference? {
    let expected = documents(of: window)
    let got = window.shown(in: contents).mapValues { ordered ? $0 : $0.withSortedLots }
    for id in Set(expected.keys).union(got.keys.map(\.id)).sorted() {
      let document = got[ViewKey(window.rawValue, id)]
      guard document != expected[id] else { continue }
      return Difference(
        place: "the document \(quoted(id)) of \(window)", expected: shown(expected[id]),
        got: shown(document))
    }
    guard window == .watchlist, ordered else { return nil }
    var lots = JSONValue.array([])
    if case .object(let fields)? = contents["watchlist.weakest"]["lots"] {
      lots = fields["lots"] ?? .null
    }
    guard lots != weakest else { return nil }
    return Difference(
      place: "the lots in the document lots of watchlist.weakest", expected: shown(weakest),
      got: shown(lots))
  }
}

extension JSONValue {
  /// The same document with the texts in its list of lots in order.
  fileprivate var withSortedLots: JSONValue {
    guard case .object(var fields) = self, case .array(let lots)? = fields["lots"] else {
      return self
    }
    fields["lots"] = .array(lots.sorted { plain($0) < plain($1) })
    return .object(fields)
  }
}
