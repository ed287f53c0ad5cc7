package import EventSourcing

/// The calls that carry an `EventFeed` to a worker: made *by* the worker, served by the suite.
package enum EventFeedCalls {
  /// `page(after:limit:types:)`.
  package struct Page: WireCall {
    package typealias Reply = Outcome<FeedPage, EventStoreError>
    package static let method = "feed.page"
    package var feed: Handle
    package var after: GlobalPosition
    package var limit: Int
    package var types: Set<String>?
    package init(feed: Handle, after: GlobalPosition, limit: Int, types: Set<String>?) {
      self.feed = feed
      self.after = after
      self.limit = limit
      self.types = types
    }
  }

  /// `awaitEvents(after:)`.
  package struct AwaitEvents: WireCall {
    package typealias Reply = Nothing
    package static let method = "feed.awaitEvents"
    package var feed: Handle
    package var position: GlobalPosition
    package init(feed: Handle, position: GlobalPosition) {
      self.feed = feed
      self.position = position
    }
  }
}
