import EventSourcing

/// The calls that carry an `EventFeed` across the border, to the side that holds it.
enum EventFeedCalls {
  /// `page(after:limit:types:)`.
  struct Page: WireCall {
    typealias Reply = Outcome<FeedPage, EventStoreError>
    static let method = "feed.page"
    var feed: Handle
    var after: GlobalPosition
    var limit: Int
    var types: Set<String>?
  }

  /// `awaitEvents(after:)`.
  struct AwaitEvents: WireCall {
    typealias Reply = Nothing
    static let method = "feed.awaitEvents"
    var feed: Handle
    var position: GlobalPosition
  }
}

/// An event feed that a peer holds; every operation is a call to it.
///
/// Once the peer has broken, its storage is down and every wait ends.
struct RemoteEventFeed<Place: Peer>: EventFeed {
  private let feed: Handle
  private let place: Place

  /// Stands for a feed of a peer's.
  init(_ feed: Handle, in place: Place) {
    self.feed = feed
    self.place = place
  }

  /// Reads a page of the peer's feed.
  func page(after: GlobalPosition, limit: Int, types: Set<String>?)
    async throws(EventStoreError) -> FeedPage
  {
    try await place.answer(
      to: EventFeedCalls.Page(feed: feed, after: after, limit: limit, types: types),
      otherwise: .failure(.storage(.unavailable))
    ).get()
  }

  /// Waits until the peer's feed has an event, or the task is cancelled.
  func awaitEvents(after position: GlobalPosition) async {
    _ = await place.answerUntilCancelled(
      to: EventFeedCalls.AwaitEvents(feed: feed, position: position), otherwise: Nothing())
  }
}

extension Peer {
  /// Holds a feed for the peer.
  ///
  /// - Returns: What the peer knows it by.
  func hold(_ feed: any EventFeed) -> Handle { feeds.add(feed) }

  /// The feeds held for the peer.
  private var feeds: HandleTable<any EventFeed> {
    held.table { feeds in
      serve(EventFeedCalls.Page.self) { call in
        let feed = try feeds[call.feed]
        return await Outcome { () async throws(EventStoreError) in
          try await feed.page(after: call.after, limit: call.limit, types: call.types)
        }
      }
      serve(EventFeedCalls.AwaitEvents.self) { call in
        await (try feeds[call.feed]).awaitEvents(after: call.position)
        return Nothing()
      }
    }
  }
}
