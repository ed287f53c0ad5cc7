import CQRS
import EventSourcing
import SeedVault

/// Tells sample windows apart.
protocol SampleName {
  static var name: ProjectionName { get }
}

/// The window on cards.
enum Card: SampleName {
  static let name: ProjectionName = "card"
}

/// Any other window.
enum Other: SampleName {
  static let name: ProjectionName = "other"
}

/// A window that counts lot events in one document.
struct SampleWindow<Name: SampleName>: LotProjection {
  let codec: any EventCodec<LotEvent>
  let handles: Set<String> = ["lot.exhausted"]

  init(codec: any EventCodec<LotEvent>) {
    self.codec = codec
  }

  var name: ProjectionName { Name.name }

  func writes(for event: RecordedEvent, reading views: any ViewReader)
    async throws(ProjectionError) -> [ViewWrite]
  {
    let key = ViewKey(name.rawValue, "count")
    var count: Int64 = 0
    do {
      count += Int64(try codec.decode(event, mode: .tolerant).count)
      if case .int(let before)? = try await views.get(key) { count += before }
    } catch {
      throw .poison(event.position, reason: "\(error)")
    }
    return [.put(key, .int(count))]
  }
}

/// A runner that asks about the first page, commits nothing, and rebuilds to its batch.
struct SampleRunner: ProjectionRunner {
  let projection: any Projection
  let feed: any EventFeed
  let views: any ViewStore
  let batch: Int

  init(_ projection: any Projection, feed: any EventFeed, views: any ViewStore, batch: Int) {
    self.projection = projection
    self.feed = feed
    self.views = views
    self.batch = batch
  }

  func catchUp() async throws(ProjectionError) -> GlobalPosition {
    let page: FeedPage
    do {
      page = try await feed.page(after: .start, limit: batch, types: projection.handles)
    } catch {
      throw .feed(error)
    }
    for event in page.events { _ = try await projection.writes(for: event, reading: views) }
    return page.next
  }

  func rebuild() async throws(ProjectionError) -> GlobalPosition {
    GlobalPosition(rawValue: Int64(batch))
  }
}
