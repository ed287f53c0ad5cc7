import CQRS
import EventSourcing
import SeedVault

/// The window on open lots whose seeds germinate poorly.
struct Watchlist: LotProjection {
  private let codec: any EventCodec<LotEvent>
  let name: ProjectionName = .watchlist
  let handles: Set<String> = [
    "lot.deposited", "lot.tested", "lot.exhausted", "lot.discarded", "lot.shipped",
  ]

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  /// Puts or removes the lot's permille, and puts the list of the weakest lots.
  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    // TODO: Put the permille of the lot, or remove it when the lot is closed, and put the list of
    // the weakest lots. Sort before you cut.
    []
  }
}
