import CQRS
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
  /// The same as a feed delivers it, but for the payloads.
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
        // The windows know the chronicle, and a read side has no business with payloads.
        event: NewEvent(
          id: EventID(rawValue: "c-\(entry.position.rawValue)/0"), type: entry.event.storedType,
          payload: .null),
        stream: entry.lot.stream, version: StreamVersion(rawValue: versions[entry.lot] ?? 1),
        position: entry.position, recordedAt: entry.event.at)
    }
  }

  /// The position of the n-th event, with gaps as there may be; 0 is the start.
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

  /// The name of the document that an event changes in a window; nil if none.
  func document(in window: ProjectionName, concernedBy entry: Entry) -> String? {
    switch window {
    case .availability: taxon(of: entry.lot).map { "\($0.genus) \($0.species)" }
    case .requests: entry.event.request?.rawValue
    default: entry.lot.rawValue
    }
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

  /// The stored type.
  fileprivate var storedType: String {
    switch self {
    case .deposited: "lot.deposited"
    case .tested: "lot.tested"
    case .reserved: "lot.reserved"
    case .released: "lot.released"
    case .dispatched: "lot.dispatched"
    case .exhausted: "lot.exhausted"
    case .discarded: "lot.discarded"
    }
  }

  /// The stored types of all lot events.
  static let storedTypes: Set<String> = [
    "lot.deposited", "lot.tested", "lot.reserved", "lot.released", "lot.dispatched",
    "lot.exhausted", "lot.discarded",
  ]
}
