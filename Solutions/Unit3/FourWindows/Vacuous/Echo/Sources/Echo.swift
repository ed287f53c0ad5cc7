import CQRS
import EventSourcing
import SeedVault

/// Shows every event as it is stored.
struct Cards: LotProjection {
  let name: ProjectionName = .cards
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    [.put(ViewKey("cards", event.event.id.rawValue), event.event.payload)]
  }
}

/// Shows every event as it is stored.
struct Availability: LotProjection {
  let name: ProjectionName = .availability
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    [.put(ViewKey("availability", event.event.id.rawValue), event.event.payload)]
  }
}

/// Shows every event as it is stored.
struct Watchlist: LotProjection {
  let name: ProjectionName = .watchlist
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    [.put(ViewKey("watchlist", event.event.id.rawValue), event.event.payload)]
  }
}

/// Shows every event as it is stored.
struct Requests: LotProjection {
  let name: ProjectionName = .requests
  let handles: Set<String> = ["lot.deposited"]

  init(codec: any EventCodec<LotEvent>) {}

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    [.put(ViewKey("requests", event.event.id.rawValue), event.event.payload)]
  }
}

/// Says where the feed ends, and that is all.
struct Runner: ProjectionRunner {
  private let feed: any EventFeed

  init(_ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int) {
    self.feed = feed
  }

  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    do {
      return try await feed.page(after: .start, limit: .max, types: nil).next
    } catch {
      throw .feed(error)
    }
  }

  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    do {
      return try await feed.page(after: .start, limit: .max, types: nil).next
    } catch {
      throw .feed(error)
    }
  }
}
