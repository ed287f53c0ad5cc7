package import EventSourcing
import Synchronization

/// A feed of events on the trusted side, which suites fill, repair and let fail or repeat itself.
///
/// Positions are what the suite gives; gaps are legal.
package final class FakeFeed: EventFeed {
  fileprivate struct State {
    var events: [RecordedEvent] = []
    var plan: [(skip: Int, error: EventStoreError)] = []
    var repeated = 0
    var pages = 0
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  /// A feed of some events, by ascending position.
  package init(_ events: [RecordedEvent] = []) {
    state = Mutex(State(events: events))
  }

  // MARK: - For suites

  /// Every event in the feed.
  package var events: [RecordedEvent] { state.withLock { $0.events } }

  /// How many pages were asked for, also of a feed that failed.
  package var pages: Int { state.withLock { $0.pages } }

  /// Adds events at the end.
  package func append(_ events: [RecordedEvent]) {
    let waiters = state.withLock { state in
      state.events += events
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Puts an event in place of the one at its position.
  package func repair(_ event: RecordedEvent) {
    state.withLock { state in
      guard let index = state.events.firstIndex(where: { $0.position == event.position }) else {
        preconditionFailure("a repaired event has been in the feed before")
      }
      state.events[index] = event
    }
  }

  /// Lets one later page fail.
  ///
  /// - Parameters:
  ///   - skip: How many pages still succeed before.
  ///   - error: What is thrown.
  package func fail(skipping skip: Int = 0, with error: EventStoreError) {
    state.withLock { $0.plan.append((skip, error)) }
  }

  /// Lets every later page begin with up to so many matching events that the reader has had already.
  ///
  /// They come on top of the limit.
  package func repeatEvents(_ count: Int) {
    state.withLock { $0.repeated = count }
  }

  // MARK: - For submissions

  /// The next events, or the fault that was planned.
  package func page(after: GlobalPosition, limit: Int, types: Set<String>?)
    async throws(EventStoreError) -> FeedPage
  {
    let outcome: Result<FeedPage, EventStoreError> = state.withLock { state in
      state.pages += 1
      if let first = state.plan.first {
        guard first.skip == 0 else {
          state.plan[0].skip -= 1
          return .success(state.page(after: after, limit: limit, types: types))
        }
        return .failure(state.plan.removeFirst().error)
      }
      return .success(state.page(after: after, limit: limit, types: types))
    }
    return try outcome.get()
  }

  /// Waits for an event after the position.
  package func awaitEvents(after position: GlobalPosition) async {
    while !Task.isCancelled, events.last.map({ $0.position <= position }) ?? true {
      await withCheckedContinuation { waiter in
        let isThere = state.withLock { state in
          if let last = state.events.last, last.position > position { return true }
          state.waiters.append(waiter)
          return false
        }
        if isThere { waiter.resume() }
      }
    }
  }
}

extension FakeFeed.State {
  /// The page that a sound feed gives, and what it repeats before it.
  fileprivate func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) -> FeedPage {
    let matching = events.filter { types?.contains($0.event.type) ?? true }
    let new = matching.drop { $0.position <= after }
    let page = new.prefix(max(limit, 0))
    let isCaughtUp = page.count == new.count
    let last = isCaughtUp ? events.last : page.last
    return FeedPage(
      events: matching.prefix { $0.position <= after }.suffix(repeated) + page,
      next: max(after, last?.position ?? after), caughtUp: isCaughtUp)
  }
}
