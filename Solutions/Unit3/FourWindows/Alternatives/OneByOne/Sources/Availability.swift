import CQRS
import EventSourcing
import SeedVault

/// Adds and subtracts what each event changes; a small document per lot tells where to.
struct Availability: LotProjection {
  let codec: any EventCodec<LotEvent>
  var name: ProjectionName { .availability }
  var handles: Set<String> { RecordedEvent.lotTypes }

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (lot, events) = try event.lotEvents(by: codec) else { return [] }
    let own = ViewKey("availability.of", lot.rawValue)
    var taxon = try await views.document(own)?["taxon"]?.text
    var available = try await views.document(own)?["available"]?.integer ?? 0
    var change = 0
    var closes = false
    for event in events {
      switch event {
      case .deposited(_, let kind, let seeds, _, _):
        taxon = "\(kind.genus) \(kind.species)"
        change += seeds
      case .tested(let sown, _, _): change -= sown
      case .reserved(_, let seeds, _): change -= seeds
      case .released(_, let seeds, _): change += seeds
      case .dispatched: break
      case .exhausted, .discarded: closes = true
      }
    }
    guard let taxon else { return [] }
    if closes { change = -available }
    available += change
    let key = ViewKey("availability", taxon)
    let sum = try await views.document(key)
    var lots: Set<String> = []
    if case .array(let listed)? = sum?["lots"] { lots = Set(listed.compactMap(\.text)) }
    if closes { lots.remove(lot.rawValue) } else { lots.insert(lot.rawValue) }
    let seeds = (sum?["seeds"]?.integer ?? 0) + change
    return [
      .put(own, .object(["taxon": .string(taxon), "available": .integer(available)])),
      .put(key, .object(["seeds": .integer(seeds), "lots": .list(lots.sorted())])),
    ]
  }
}
