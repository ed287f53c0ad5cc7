package import EventSourcing

/// The calls that carry `EventStore` across the border: made by the suite, served by the worker.
package enum EventStoreCalls {
  /// `open(on:)`, on a log that the suite lends; answers the new store.
  package struct Open: WireCall {
    package typealias Reply = Outcome<Handle, EventStoreError>
    package static let method = "eventStore.open"
    package var log: Handle
    package init(log: Handle) {
      self.log = log
    }
  }

  /// `append(_:to:expecting:at:)`.
  package struct Append: WireCall {
    package typealias Reply = Outcome<AppendReceipt, EventStoreError>
    package static let method = "eventStore.append"
    package var store: Handle
    package var events: [NewEvent]
    package var stream: StreamID
    package var expecting: ExpectedVersion
    package var at: Timestamp
    package init(
      store: Handle, events: [NewEvent], stream: StreamID, expecting: ExpectedVersion, at: Timestamp
    ) {
      self.store = store
      self.events = events
      self.stream = stream
      self.expecting = expecting
      self.at = at
    }
  }

  /// `read(_:from:limit:)`.
  package struct Read: WireCall {
    package typealias Reply = Outcome<StreamSlice, EventStoreError>
    package static let method = "eventStore.read"
    package var store: Handle
    package var stream: StreamID
    package var from: StreamVersion
    package var limit: Int
    package init(store: Handle, stream: StreamID, from: StreamVersion, limit: Int) {
      self.store = store
      self.stream = stream
      self.from = from
      self.limit = limit
    }
  }

  /// `page(after:limit:types:)`.
  package struct Page: WireCall {
    package typealias Reply = Outcome<FeedPage, EventStoreError>
    package static let method = "eventStore.page"
    package var store: Handle
    package var after: GlobalPosition
    package var limit: Int
    package var types: Set<String>?
    package init(store: Handle, after: GlobalPosition, limit: Int, types: Set<String>?) {
      self.store = store
      self.after = after
      self.limit = limit
      self.types = types
    }
  }

  /// `awaitEvents(after:)`; answers when the wait is over.
  package struct AwaitEvents: WireCall {
    package typealias Reply = Nothing
    package static let method = "eventStore.awaitEvents"
    package var store: Handle
    package var after: GlobalPosition
    /// The name of this wait, chosen by the suite, under which it can be cancelled.
    package var wait: Int
    package init(store: Handle, after: GlobalPosition, wait: Int) {
      self.store = store
      self.after = after
      self.wait = wait
    }
  }

  /// Cancels the task of a wait, which may not have begun yet.
  package struct CancelWait: WireCall {
    package typealias Reply = Nothing
    package static let method = "eventStore.cancelWait"
    package var wait: Int
    package init(wait: Int) {
      self.wait = wait
    }
  }
}
