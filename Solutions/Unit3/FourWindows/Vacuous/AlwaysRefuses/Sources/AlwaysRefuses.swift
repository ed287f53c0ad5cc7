import CQRS
import EventSourcing
import SeedVault

/// Understands no event.
struct Cards: LotProjection {
  let name: ProjectionName = .cards
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    throw .poison(event.position, reason: "no")
  }
}

/// Understands no event.
struct Availability: LotProjection {
  let name: ProjectionName = .availability
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    throw .poison(event.position, reason: "no")
  }
}

/// Understands no event.
struct Watchlist: LotProjection {
  let name: ProjectionName = .watchlist
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    throw .poison(event.position, reason: "no")
  }
}

/// Understands no event.
struct Requests: LotProjection {
  let name: ProjectionName = .requests
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    throw .poison(event.position, reason: "no")
  }
}

/// Never gets anywhere.
struct Runner: ProjectionRunner {
  init(_ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int) {}

  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    throw .views(.unavailable)
  }

  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    throw .views(.unavailable)
  }
}
