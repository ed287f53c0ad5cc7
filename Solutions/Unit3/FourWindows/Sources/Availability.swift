import CQRS
import EventSourcing
import SeedVault

/// The window on the seeds that are available of each taxon.
struct Availability: LotProjection {
  private let codec: any EventCodec<LotEvent>
  let name: ProjectionName = .availability
  let handles = RecordedEvent.lotTypes

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  /// Puts the lot's entry, and the sum over the open lots of its taxon.
  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (lot, events) = try event.lotEvents(by: codec) else { return [] }
    var shelf = try await views.documents(in: "availability.lots").mapValues { ShelfEntry($0) }
    var entry = shelf[lot.rawValue] ?? ShelfEntry(nil)
    for event in events { entry.apply(event) }
    shelf[lot.rawValue] = entry
    guard let taxon = entry.taxon else { return [] }
    let open = shelf.filter { $0.value.taxon == taxon && !$0.value.figures.closed }
    let seeds = open.values.reduce(0) { $0 + $1.figures.available }
    return [
      .put(ViewKey("availability.lots", lot.rawValue), entry.document),
      .put(
        ViewKey("availability", "\(taxon.genus) \(taxon.species)"),
        .object(["seeds": .integer(seeds), "lots": .list(open.keys.sorted())])),
    ]
  }
}
