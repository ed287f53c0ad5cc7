import CQRS
import EventSourcing
import SeedVault

/// One of the suite's own projections, which learners' read sides carry along.
///
/// **It notes which events made each document**, in a collection of its own: the positions in the order in which they
/// were applied. The document is what exactly these events make. So what a partition holds tells what it was given, and
/// an event that is given twice, out of order or to the wrong partition shows.
struct Window: LotProjection {
  /// The window's name.
  let name: ProjectionName
  /// The stored types of all lot events.
  let handles = LotEvent.storedTypes

  private let chronicle: Chronicle
  private let poison: Poison?

  /// A window on a chronicle.
  ///
  /// - Parameter poison: The event that cannot be understood.
  init(_ name: ProjectionName, on chronicle: Chronicle, poison: Poison? = nil) {
    self.name = name
    self.chronicle = chronicle
    self.poison = poison
  }

  /// Traps: the suite makes its windows itself.
  init(codec: any EventCodec<LotEvent>) {
    preconditionFailure("a window needs a chronicle")
  }

  /// The changes of the document that an event concerns.
  func writes(for event: RecordedEvent, reading: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard poison?.isOn(event.position) != true, let entry = chronicle.entry(at: event.position),
      chronicle.events.contains(event)
    else { throw .poison(event.position, reason: "it is no event of the vault") }
    guard let id = chronicle.document(in: name, concernedBy: entry) else { return [] }
    let log = ViewKey(Self.log(of: name), id)
    let known: JSONValue?
    do throws(StorageFault) { known = try await reading.get(log) } catch { throw .views(error) }
    let positions = Self.positions(in: known) + [entry.position]
    let key = ViewKey(name.rawValue, id)
    let content = document(id, madeBy: positions.compactMap(chronicle.entry(at:)))
    return [
      .put(log, Self.note(of: positions)),
      content.map { .put(key, $0) } ?? .remove(key),
    ]
  }

  /// The collection in which a window notes what made its documents.
  static func log(of name: ProjectionName) -> String { "\(name).log" }

  /// The positions in a note.
  static func positions(in note: JSONValue?) -> [GlobalPosition] {
    guard case .string(let text) = note else { return [] }
    return text.split(separator: " ").compactMap { Int64($0).map(GlobalPosition.init(rawValue:)) }
  }

  /// Notes positions.
  private static func note(of positions: [GlobalPosition]) -> JSONValue {
    .string(positions.map { "\($0.rawValue)" }.joined(separator: " "))
  }

  /// What some events make of a document; nil if there is none.
  private func document(_ id: String, madeBy entries: [Chronicle.Entry]) -> JSONValue? {
    let lives = entries.lives
    switch name {
    case .availability:
      let open = lives.filter { !$0.value.figures.closed }
      return .object([
        "seeds": .int(Int64(open.values.reduce(0) { $0 + $1.figures.available })),
        "lots": .array(open.keys.sorted().map { .string($0.rawValue) }),
      ])
    case .requests:
      let standings = lives.values.compactMap { $0.requests[RequestID(rawValue: id)] }
      let seeds = standings.reduce(0) { $0 + ($1.standing == .released ? 0 : $1.seeds) }
      return .object([
        "status": .string(LotLife.status(of: standings.map(\.standing)).rawValue),
        "seeds": .int(Int64(seeds)),
      ])
    case .watchlist:
      guard let figures = lives.values.first?.figures, !figures.closed else { return nil }
      return .object(["permille": .int(Int64(figures.viabilityPermille ?? 0))])
    default:
      return lives.values.first?.figures.document
    }
  }
}

extension LotFigures {
  /// The figures as the card of a lot.
  fileprivate var document: JSONValue {
    .object([
      "onHand": .int(Int64(onHand)), "reserved": .int(Int64(reserved)),
      "dispatched": .int(Int64(dispatched)), "sown": .int(Int64(sown)), "lost": .int(Int64(lost)),
      "viabilityPermille": viabilityPermille.map { .int(Int64($0)) } ?? .null,
      "closed": .bool(closed),
    ])
  }
}
