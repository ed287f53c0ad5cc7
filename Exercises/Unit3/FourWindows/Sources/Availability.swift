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
    // TODO: Take the event into the lot's entry in `availability.lots`, and put the entry and the
    // sum over the open lots of its taxon. ShelfEntry helps.
    []
  }
}
