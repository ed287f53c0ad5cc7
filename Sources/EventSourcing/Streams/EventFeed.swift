/// All events of a store in commit order, read in pages.
///
/// A reader keeps one number, the position it has reached. It asks for the page after that
/// position, handles the events, and goes on from the page's `next`. When it has caught up it
/// waits.
///
/// **Pages follow the commit order of the whole store.** Positions strictly increase, within a page
/// and from page to page, and agree with the versions within each stream. Timestamps play no part:
/// they may stand still or fall.
///
/// **A page begins after the given position.** The event at that position is not part of it. To
/// begin with the first event, pass ``GlobalPosition/start``.
///
/// **The limit counts matching events.** A page holds the first `limit` events after the position
/// that match the filter, and fewer only when there are no more. Callers pass a limit of 1 or more.
///
/// **The filter names stored types.** `nil` lets every event through; otherwise only events whose
/// `type` is in the set are returned. All others are skipped.
///
/// **The next position passes what was skipped.** It is never before the last event of the page,
/// and when the page has caught up it is the position of the last event in the store, whatever its
/// type. If nothing at all follows the given position, the page is empty and `next` is that
/// position. So a walk from page to page meets each matching event exactly once and never stands
/// still before a run of skipped events.
///
/// **Caught up means that no matching event is left.** `caughtUp` is true exactly if no matching
/// event followed the page when it was read; a page that ends with the last event is caught up even
/// if it is full, and so is an empty page after which only skipped events follow.
///
/// **Only durable events are readable.** An event whose append is still under way, or has failed,
/// is in no page.
///
/// **Waiting ends when an event is readable.** ``awaitEvents(after:)`` returns at once if an event
/// of any stream and type follows the position already; otherwise it suspends until one does. Every
/// waiter wakes, and no event that arrives between a page and the wait is missed. When the waiting
/// task is cancelled the call returns promptly, whether there are events or not.
///
/// ```swift
/// var position = GlobalPosition.start
/// while !Task.isCancelled {
///   let page = try await feed.page(after: position, limit: 50, types: nil)
///   page.events.forEach(handle)
///   position = page.next
///   if page.caughtUp { await feed.awaitEvents(after: position) }
/// }
/// ```
public protocol EventFeed: Sendable {
  /// Returns the next events after a position.
  ///
  /// - Parameters:
  ///   - after: The position reached so far; events at it or before it are not returned.
  ///   - limit: The largest number of events to return, 1 or more.
  ///   - types: The stored types to return, or nil for all.
  /// - Returns: The events, where to resume, and whether this was the end.
  /// - Throws: `storage` with the fault of the medium if the events cannot be read now.
  func page(after: GlobalPosition, limit: Int, types: Set<String>?)
    async throws(EventStoreError) -> FeedPage

  /// Suspends until an event after the position is readable, or the task is cancelled.
  ///
  /// - Parameter position: The position reached so far.
  func awaitEvents(after position: GlobalPosition) async
}
