import CQRS
import EventSourcing

/// Reads the feed once for all partitions and keeps what it has read for those that come later.
actor Dispatcher {
  private let feed: any EventFeed
  /// The events that were read, in order.
  private var events: [RecordedEvent] = []
  /// Up to where the feed was read.
  private var end = GlobalPosition.start

  /// Begins with nothing read.
  init(_ feed: any EventFeed) {
    self.feed = feed
  }

  /// Returns the next events after a position, reading on if not enough were read.
  ///
  /// - Returns: At most `limit` events, and where to resume.
  func events(
    after position: GlobalPosition, limit: Int
  ) async throws(EventStoreError) -> FeedPage {
    while true {
      let known = events.drop { $0.position <= position }
      if known.count >= limit {
        let taken = Array(known.prefix(limit))
        return FeedPage(
          events: taken, next: taken.last?.position ?? position, caughtUp: false)
      }
      let from = end
      let page = try await feed.page(after: from, limit: max(limit, 20), types: nil)
      // Another partition may have read the same meanwhile.
      if end == from {
        events += page.events
        end = page.next
      }
      if page.caughtUp {
        let taken = Array(events.drop { $0.position <= position }.prefix(limit))
        let isAll = (taken.last?.position ?? position) >= (events.last?.position ?? position)
        let next = isAll ? max(end, position) : taken.last?.position ?? position
        return FeedPage(events: taken, next: next, caughtUp: isAll)
      }
    }
  }
}
