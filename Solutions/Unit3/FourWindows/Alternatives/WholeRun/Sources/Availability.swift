import CQRS
import EventSourcing
import SeedVault

/// Keeps every lot's events in one document and works every sum out from scratch.
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
    guard let (lot, events) = try event.lotEvents(by: codec) else { return [] }
    let key = ViewKey("availability.all", "lots")
    var lots = try await views.document(key)?.fields ?? [:]
    var facts = Facts(lots[lot.rawValue])
    facts.events += events
    lots[lot.rawValue] = .object(["facts": facts.field])
    var sums: [String: (seeds: Int, lots: [String])] = [:]
    for (id, document) in lots {
      let facts = Facts(document)
      guard let taxon = facts.taxon else { continue }
      var sum = sums["\(taxon.genus) \(taxon.species)"] ?? (0, [])
      if !facts.figures.closed { sum = (sum.seeds + facts.figures.available, sum.lots + [id]) }
      sums["\(taxon.genus) \(taxon.species)"] = sum
    }
    return [.put(key, .object(lots))]
      + sums.map { taxon, sum in
        .put(
          ViewKey("availability", taxon),
          .object(["seeds": .integer(sum.seeds), "lots": .list(sum.lots.sorted())]))
      }
  }
}
