import EventSourcing
import SeedVault

/// A feed of lot events in memory, with the codec that understands them.
actor MemoryFeed: EventFeed {
  /// What translates the events of the feed.
  nonisolated let codec = NotebookCodec()
  private var events: [RecordedEvent] = []

  /// Adds what has happened to a lot.
  ///
  /// - Returns: The positions of the new events.
  @discardableResult
  func record(_ lot: LotID, _ facts: LotEvent...) -> [GlobalPosition] {
    facts.map { fact in
      let number = events.count + 1
      let version = events.count { $0.stream == lot.stream } + 1
      let position = GlobalPosition(rawValue: Int64(number) * 10)
      events.append(
        RecordedEvent(
          event: codec.encode(fact, id: EventID(rawValue: "e-\(number)")), stream: lot.stream,
          version: StreamVersion(rawValue: version), position: position, recordedAt: 0))
      return position
    }
  }

  /// The identifier of the event at a position.
  func id(at position: GlobalPosition) -> EventID? {
    events.first { $0.position == position }?.event.id
  }

  /// The next events of some types.
  func page(after: GlobalPosition, limit: Int, types: Set<String>?)
    async throws(EventStoreError) -> FeedPage
  {
    let new = events.filter { $0.position > after && types?.contains($0.event.type) ?? true }
    let page = Array(new.prefix(limit))
    let isCaughtUp = page.count == new.count
    let last = isCaughtUp ? events.last : page.last
    return FeedPage(
      events: page, next: max(after, last?.position ?? after), caughtUp: isCaughtUp)
  }

  /// Does not wait: nobody adds events while an example runs.
  func awaitEvents(after position: GlobalPosition) async {}
}
