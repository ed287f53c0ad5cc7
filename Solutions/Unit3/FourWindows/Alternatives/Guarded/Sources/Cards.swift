import CQRS
import EventSourcing
import SeedVault

/// The window on each lot's figures.
struct Cards: LotProjection {
  private let codec: any EventCodec<LotEvent>
  let name: ProjectionName = .cards
  let handles = RecordedEvent.lotTypes

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  /// Puts the lot's card with the event's effect on it.
  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (lot, events) = try event.lotEvents(by: codec) else { return [] }
    let key = ViewKey("cards", lot.rawValue)
    let document = try await views.document(key)
    guard event.isNew(to: document) else { return [] }
    var figures = LotFigures(document)
    for fact in events { figures.apply(fact) }
    return [.put(key, event.marking(.object(figures.fields)))]
  }
}
