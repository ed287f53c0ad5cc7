import CQRS
import EventSourcing
import SeedVault

/// Adds up what came in, by taxon.
struct Availability: LotProjection {
  let codec: any EventCodec<LotEvent>
  let name: ProjectionName = .availability
  let handles = RecordedEvent.lotTypes

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (lot, events) = try event.lotEvents(by: codec),
      case .deposited(_, let taxon, let seeds, _, _)? = events.first
    else { return [] }
    let key = ViewKey("availability", "\(taxon.genus) \(taxon.species)")
    let before = try await views.document(key)
    var lots = [lot.rawValue]
    if case .array(let listed)? = before?["lots"] { lots += listed.compactMap(\.text) }
    let sum = (before?["seeds"]?.integer ?? 0) + seeds
    return [.put(key, .object(["seeds": .integer(sum), "lots": .list(lots.sorted())]))]
  }
}

/// Shows the latest test of each lot.
struct Watchlist: LotProjection {
  let codec: any EventCodec<LotEvent>
  let name: ProjectionName = .watchlist
  let handles = RecordedEvent.lotTypes

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (lot, events) = try event.lotEvents(by: codec),
      case .tested(let sown, let germinated, _)? = events.first
    else { return [] }
    let permille = JSONValue.integer(germinated * 1_000 / max(sown, 1))
    return [.put(ViewKey("watchlist", lot.rawValue), .object(["permille": permille]))]
  }
}

/// Shows the latest that was said of each request.
struct Requests: LotProjection {
  let codec: any EventCodec<LotEvent>
  let name: ProjectionName = .requests
  let handles = RecordedEvent.lotTypes

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (_, events) = try event.lotEvents(by: codec) else { return [] }
    switch events.first {
    case .reserved(let request, let seeds, _)?: return [put(request, "reserved", seeds)]
    case .released(let request, _, _)?: return [put(request, "released", 0)]
    case .dispatched(let request, let seeds, _)?: return [put(request, "dispatched", seeds)]
    default: return []
    }
  }

  /// The document of a request.
  private func put(_ request: RequestID, _ status: String, _ seeds: Int) -> ViewWrite {
    .put(
      ViewKey("requests", request.rawValue),
      .object(["status": .string(status), "seeds": .integer(seeds)]))
  }
}
