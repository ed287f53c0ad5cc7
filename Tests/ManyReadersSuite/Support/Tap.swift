import EventSourcing
import SuiteSupport
import Synchronization

/// The feed of a vault, which can be shut.
final class Tap: EventFeed {
  /// What flows.
  private let feed: FakeFeed
  private let shut = Mutex(false)

  /// A tap from which some events flow.
  init(_ events: [RecordedEvent]) {
    feed = FakeFeed(events)
  }

  /// Whether every page fails with `unavailable`.
  var isShut: Bool {
    get { shut.withLock { $0 } }
    set { shut.withLock { $0 = newValue } }
  }

  /// The next events.
  func page(after: GlobalPosition, limit: Int, types: Set<String>?)
    async throws(EventStoreError) -> FeedPage
  {
    if isShut { throw .storage(.unavailable) }
    return try await feed.page(after: after, limit: limit, types: types)
  }

  /// Waits for an event after the position.
  func awaitEvents(after position: GlobalPosition) async {
    await feed.awaitEvents(after: position)
  }
}
