import EventSourcing
import SeededRandom
import SuiteSupport

extension StoreBench {
  /// Checks that the feed follows the order of commits, whatever the streams and timestamps.
  package func checkCommitOrder() async throws {
    for seed in UInt64(1)...3 {
      let history = Self.history(seed: seed)
      let order = try await commitOrder(of: history)
      guard order.got != order.demanded else { continue }
      let shortest = try await smallest(of: history) { history in
        let order = try await commitOrder(of: history)
        return order.got != order.demanded
      }
      let again = try await commitOrder(of: shortest)
      try check(
        again.got, equals: again.demanded,
        given: shortest.map { "append \($0.summary), at \($0.at.rawValue)" },
        when: "the feed is read from the beginning (seed \(seed))")
    }
    // One history in full, with positions, receipts and streams.
    let session = try await begin()
    for batch in Self.history(seed: 4) { try await session.append(batch) }
    try await session.checkContents()
  }

  /// The order in which the events of a history are in the feed, and in which they must be.
  private func commitOrder(
    of history: [Batch]
  ) async throws -> (got: [EventID], demanded: [EventID]) {
    let store = try await open(try makeMedium())
    var demanded: [EventID] = []
    for batch in history {
      _ = try? await store.append(
        batch.events, to: batch.stream, expecting: batch.expecting, at: batch.at)
      demanded += batch.ids
    }
    let page = try? await store.page(after: .start, limit: demanded.count + 5, types: nil)
    return ((page?.events ?? []).map(\.event.id), demanded)
  }

  /// A random history over a few streams, with times that fall as often as they rise.
  private static func history(seed: UInt64) -> [Batch] {
    var random = SeededGenerator(seed: seed)
    return (0..<8).map { number in
      let count = Int.random(in: 1...3, using: &random)
      return Batch(
        ids: (0..<count).map { EventID(rawValue: "\(number).\($0)") },
        to: StreamID(rawValue: "lot-\(Int.random(in: 1...3, using: &random))"),
        at: Timestamp(rawValue: Int64.random(in: -9_000_000...9_000_000, using: &random)))
    }
  }

  /// Checks that a walk through the feed meets every event once, and ends truthfully.
  package func checkWalks() async throws {
    let session = try await begin()
    let empty = try await session.page(after: .start, limit: 5)
    try check(
      empty, equals: FeedPage(events: [], next: .start, caughtUp: true),
      when: "the feed of an empty store is read")
    try await session.append(Batch("a", "b", "c", to: "lot-1"))
    try await session.append(Batch("x", to: "lot-2"))
    try await session.append(Batch("d", to: "lot-1"))
    try await session.append(Batch("y", "z", to: "lot-2"))
    let feed = try await session.checkContents()
    for limit in [1, 2, 3, 6, 7, 8] { try await walk(session, feed, limit: limit, types: nil) }
  }

  /// Checks that a filtered walk meets the events of those types only, and passes the others.
  package func checkFilters() async throws {
    let session = try await begin()
    let types = "TRXTTXXRXX".map { ["T": "lot.tested", "R": "lot.reserved"][$0] ?? "lot.other" }
    for (index, type) in types.enumerated() {
      try await session.append(
        Batch(
          ids: [EventID(rawValue: "e-\(index + 1)")],
          to: StreamID(rawValue: "lot-\(index % 2)"), type: type))
    }
    let feed = try await session.checkContents()
    let filters: [Set<String>] = [
      ["lot.tested"], ["lot.reserved"], ["lot.tested", "lot.reserved"], ["lot.other"],
      ["lot.test", "lot.none"], [],
    ]
    for filter in filters {
      for limit in [1, 2, 3, 20] {
        try await walk(session, feed, limit: limit, types: filter)
      }
    }
  }

  /// Walks through the feed page by page, then looks beyond its end.
  private func walk(
    _ session: StoreSession<Self>, _ feed: [RecordedEvent], limit: Int, types: Set<String>?
  ) async throws {
    var position = GlobalPosition.start
    // Every page but the last holds an event that no page before it held.
    for _ in 0...feed.count {
      let page = try await checkPage(session, feed, after: position, limit: limit, types: types)
      position = page.next
      if page.caughtUp { break }
    }
    let end = feed.last?.position ?? .start
    for after in [end, end.beyond] {
      try await checkPage(session, feed, after: after, limit: limit, types: types)
    }
  }

  /// Checks one page.
  @discardableResult
  private func checkPage(
    _ session: StoreSession<Self>, _ feed: [RecordedEvent], after: GlobalPosition, limit: Int,
    types: Set<String>?
  ) async throws -> FeedPage {
    let rest = feed.filter { $0.position > after }
    let matching = rest.filter { types?.contains($0.event.type) ?? true }
    let page = try await session.page(after: after, limit: limit, types: types)
    let filter = types.map { " of the types \($0.sorted())" } ?? ""
    let when = "the page after position \(after.rawValue) is read, at most \(limit)\(filter)"
    let given =
      feed.map { "\($0.event.type) \($0.event.id) at position \($0.position.rawValue)" }
    try check(page.events, equals: Array(matching.prefix(limit)), given: given, when: when)
    try check(
      page.caughtUp, equals: matching.count <= limit, given: given,
      when: "\(when), and asked whether that was the end")
    let next = matching.dropFirst(limit).first?.position
    if let next, let last = page.events.last?.position {
      try check(
        page.next >= last && page.next < next,
        expected: "next from \(last.rawValue) on and before \(next.rawValue)",
        got: page.next.rawValue, given: given, when: when)
    } else {
      try check(
        page.next, equals: rest.last?.position ?? after, given: given,
        when: "\(when), and asked for next")
    }
    return page
  }
}
