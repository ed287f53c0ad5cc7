import CQRS
import EventSourcing
import SeedVault

/// Sees nothing in any event.
struct Cards: LotProjection {
  let name: ProjectionName = .cards
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    []
  }
}

/// Sees nothing in any event.
struct Availability: LotProjection {
  let name: ProjectionName = .availability
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    []
  }
}

/// Sees nothing in any event.
struct Watchlist: LotProjection {
  let name: ProjectionName = .watchlist
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    []
  }
}

/// Sees nothing in any event.
struct Requests: LotProjection {
  let name: ProjectionName = .requests
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    []
  }
}

/// Has always caught up with nothing.
struct Runner: ProjectionRunner {
  init(_ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int) {}

  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    .start
  }

  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    .start
  }
}
