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
    var figures = LotFigures(try await views.document(key))
    for event in events { figures.apply(event) }
    return [.put(key, .object(figures.fields))]
  }
}
