package import EventSourcing
package import Wire

/// The event feed a worker gives to a submission: every operation is a call to the feed that the suite holds.
package struct RemoteEventFeed: EventFeed {
  private let feed: Handle
  private let suite: SuiteConnection

  /// Stands for a feed of the suite's.
  package init(_ feed: Handle, over suite: SuiteConnection) {
    self.feed = feed
    self.suite = suite
  }

  /// Reads a page of the suite's feed.
  package func page(after: GlobalPosition, limit: Int, types: Set<String>?)
    async throws(EventStoreError) -> FeedPage
  {
    try await suite.served(
      EventFeedCalls.Page(feed: feed, after: after, limit: limit, types: types)
    ).get()
  }

  /// Waits until the suite's feed has an event, or the task is cancelled.
  package func awaitEvents(after position: GlobalPosition) async {
    do {
      _ = try await suite.callUntilCancelled(
        EventFeedCalls.AwaitEvents(feed: feed, position: position))
    } catch is CancellationError {
      return
    } catch {
      fatalError("\(error)")
    }
  }
}
