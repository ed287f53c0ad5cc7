import EventSourcing
import Synchronization

/// A right store whose medium is a list in memory; nothing can go wrong below it.
actor MemoryStore: EventStore {
  /// What outlives a store.
  final class Medium: Sendable {
    /// Every batch, in commit order.
    fileprivate let batches = Mutex<[[RecordedEvent]]>([])
  }

  private let medium: Medium
  private var waiters: [CheckedContinuation<Void, Never>] = []

  /// Opens a store over a medium.
  init(over medium: Medium) {
    self.medium = medium
  }

  /// Every event.
  private var events: [RecordedEvent] { medium.batches.withLock { $0.flatMap(\.self) } }

  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    let all = self.events
    let version = all.count { $0.stream == stream }
    let ids = events.map(\.id)
    guard !ids.isEmpty else {
      return AppendReceipt(version: StreamVersion(rawValue: version), position: .start)
    }
    for batch in medium.batches.withLock({ $0 }) where batch.map(\.event.id) == ids {
      guard let last = batch.last, last.stream == stream else { break }
      return AppendReceipt(version: last.version, position: last.position)
    }
    let known = Set(all.map(\.event.id))
    for (index, id) in ids.enumerated() where known.contains(id) || ids[..<index].contains(id) {
      throw .eventIDReused(id)
    }
    let holds =
      switch expecting {
      case .any: true
      case .noStream: version == 0
      case .streamExists: version > 0
      case .exact(let expected): version == expected.rawValue
      }
    guard holds else {
      throw .wrongExpectedVersion(
        expected: expecting, actual: StreamVersion(rawValue: version))
    }
    let batch = events.enumerated().map { index, event in
      RecordedEvent(
        event: event, stream: stream, version: StreamVersion(rawValue: version + index + 1),
        position: GlobalPosition(rawValue: Int64(all.count + index + 1) * 3), recordedAt: at)
    }
    medium.batches.withLock { $0.append(batch) }
    for waiter in waiters { waiter.resume() }
    waiters = []
    return AppendReceipt(
      version: StreamVersion(rawValue: version + events.count),
      position: batch.last?.position ?? .start)
  }

  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    let events = events.filter { $0.stream == stream }
    return StreamSlice(
      events: Array(events.filter { $0.version >= from }.prefix(limit)),
      version: StreamVersion(rawValue: events.count))
  }

  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    let rest = events.filter { $0.position > after }
    let matching = rest.filter { types?.contains($0.event.type) ?? true }
    let page = Array(matching.prefix(limit))
    let isEnd = page.count == matching.count
    return FeedPage(
      events: page, next: (isEnd ? rest : page).last?.position ?? after, caughtUp: isEnd)
  }

  func awaitEvents(after position: GlobalPosition) async {
    while !Task.isCancelled && events.allSatisfy({ $0.position <= position }) {
      await withTaskCancellationHandler {
        await withCheckedContinuation { waiter in
          if Task.isCancelled { waiter.resume() } else { waiters.append(waiter) }
        }
      } onCancel: {
        Task { await self.wakeAll() }
      }
    }
  }

  /// Lets everyone look again.
  private func wakeAll() {
    for waiter in waiters { waiter.resume() }
    waiters = []
  }
}
