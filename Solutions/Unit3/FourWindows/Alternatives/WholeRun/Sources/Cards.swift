import CQRS
import EventSourcing
import SeedVault

/// Keeps the lot's events in its card and works the figures out from scratch.
struct Cards: LotProjection {
  let codec: any EventCodec<LotEvent>
  let name: ProjectionName = .cards
  let handles = RecordedEvent.lotTypes

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    guard let (lot, events) = try event.lotEvents(by: codec) else { return [] }
    let key = ViewKey("cards", lot.rawValue)
    var facts = Facts(try await views.document(key))
    facts.events += events
    var fields = facts.figures.fields
    if facts.figures.viabilityPermille == nil { fields["viabilityPermille"] = nil }
    fields["facts"] = facts.field
    return [.put(key, .object(fields))]
  }
}
