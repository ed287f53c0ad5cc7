import EventSourcing
import SeedVault

/// A history of several lots in one order, as it happened and as it is stored.
struct Chronicle: Sendable {
  /// One event of one lot.
  struct Entry: Sendable {
    /// The place of the event in the feed.
    let position: GlobalPosition
    /// The lot it happened to.
    let lot: LotID
    /// What happened.
    let event: LotEvent
  }

  /// What happened, in order.
  let entries: [Entry]
  /// The same as a feed delivers it.
  let events: [RecordedEvent]

  /// Tells a history.
  init(_ happenings: [(lot: LotID, event: LotEvent)]) {
    entries = happenings.enumerated().map { index, happening in
      Entry(position: Self.position(index + 1), lot: happening.lot, event: happening.event)
    }
    var versions: [LotID: Int] = [:]
    events = entries.map { entry in
      versions[entry.lot, default: 0] += 1
      return RecordedEvent(
        event: entry.event.stored(as: EventID(rawValue: "c-\(entry.position.rawValue)/0")),
        stream: entry.lot.stream, version: StreamVersion(rawValue: versions[entry.lot] ?? 1),
        position: entry.position, recordedAt: entry.event.at)
    }
  }

  /// The position of the n-th event; 0 is the start. There are gaps, as there may be.
  static func position(_ number: Int) -> GlobalPosition {
    GlobalPosition(rawValue: Int64(number * 7 + number % 3))
  }

  /// The position of the last event.
  var head: GlobalPosition { Self.position(entries.count) }

  /// The event at a position.
  func entry(at position: GlobalPosition) -> Entry? {
    entries.first { $0.position == position }
  }

  /// The taxon a lot was deposited as.
  func taxon(of lot: LotID) -> Taxon? {
    for case let entry in entries where entry.lot == lot {
      if case .deposited(_, let taxon, _, _, _) = entry.event { return taxon }
    }
    return nil
  }

  /// Every lot, in the order of the identifiers.
  var lots: [LotID] { Set(entries.map(\.lot)).sorted() }
}

extension LotEvent {
  /// When it happened.
  fileprivate var at: Timestamp {
    switch self {
    case .deposited(_, _, _, _, let at), .tested(_, _, let at), .reserved(_, _, let at),
      .released(_, _, let at), .dispatched(_, _, let at), .exhausted(let at),
      .discarded(_, _, let at):
      at
    }
  }

  /// The request it is about, if any.
  var request: RequestID? {
    switch self {
    case .reserved(let request, _, _), .released(let request, _, _), .dispatched(let request, _, _):
      request
    case .deposited, .tested, .exhausted, .discarded: nil
    }
  }

  /// The event in its stored form; see ``/SeedVault/LotEventCodec``.
  fileprivate func stored(as id: EventID) -> NewEvent {
    let (type, schema, fields): (String, Int, [String: JSONValue]) =
      switch self {
      case .deposited(let lot, let taxon, let seeds, let end, _):
        (
          "lot.deposited", 3,
          [
            "lot": .string(lot.rawValue), "genus": .string(taxon.genus),
            "species": .string(taxon.species), "seeds": .int(Int64(seeds)),
            "quarantineEndsAt": .int(end.rawValue),
          ]
        )
      case .tested(let sown, let germinated, _):
        ("lot.tested", 2, ["sown": .int(Int64(sown)), "germinated": .int(Int64(germinated))])
      case .reserved(let request, let seeds, _):
        ("lot.reserved", 2, Self.fields(request, seeds))
      case .released(let request, let seeds, _):
        ("lot.released", 1, Self.fields(request, seeds))
      case .dispatched(let request, let seeds, _):
        ("lot.dispatched", 1, Self.fields(request, seeds))
      case .exhausted: ("lot.exhausted", 1, [:])
      case .discarded(let reason, let seedsLost, _):
        (
          "lot.discarded", 1, ["reason": .string(reason), "seedsLost": .int(Int64(seedsLost))]
        )
      }
    let payload = fields.merging(["at": .int(at.rawValue)]) { first, _ in first }
    return NewEvent(id: id, type: type, schema: schema, payload: .object(payload))
  }

  /// The stored types of all lot events.
  static let storedTypes: Set<String> = [
    "lot.deposited", "lot.tested", "lot.reserved", "lot.released", "lot.dispatched",
    "lot.exhausted", "lot.discarded",
  ]

  /// The fields of an event about a request.
  private static func fields(_ request: RequestID, _ seeds: Int) -> [String: JSONValue] {
    ["request": .string(request.rawValue), "seeds": .int(Int64(seeds))]
  }
}
