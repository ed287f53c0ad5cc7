import EventSourcing

/// What the ledger knows of its log: every event, found by stream, position and identifier.
///
/// It is a value that is made from the log and holds nothing that is not in it.
struct Book {
  /// All events in commit order; the one at index i has position i + 1.
  private var events: [RecordedEvent] = []
  /// The events of each stream by version.
  private var streams: [StreamID: [RecordedEvent]] = [:]
  /// The identifiers of each batch and its receipt, in commit order.
  private var batches: [(stream: StreamID, ids: [EventID], receipt: AppendReceipt)] = []
  /// The index of the batch that each event came with.
  private var batchIndex: [EventID: Int] = [:]

  /// The position of the last event.
  var end: GlobalPosition { events.last?.position ?? .start }

  /// The number of events in a stream.
  func version(of stream: StreamID) -> StreamVersion {
    StreamVersion(rawValue: streams[stream]?.count ?? 0)
  }

  // MARK: - Writing

  /// Says what is to become of an append, changing nothing.
  ///
  /// - Returns: The receipt if there is nothing to write, or nil if the batch is to be written.
  func receipt(
    for batch: Batch, expecting: ExpectedVersion
  ) throws(EventStoreError) -> AppendReceipt? {
    // TODO: An empty batch, a repeat, a reused identifier, an expectation that does not hold: what
    // becomes of each? Only what is left is to be written. Nothing may change here.
    throw .storage(.unavailable)
  }

  /// Enters a batch that is in the log.
  @discardableResult
  mutating func enter(_ batch: Batch) -> AppendReceipt {
    for event in batch.events {
      let recorded = RecordedEvent(
        event: event, stream: batch.stream,
        version: StreamVersion(rawValue: version(of: batch.stream).rawValue + 1),
        position: GlobalPosition(rawValue: Int64(events.count + 1)), recordedAt: batch.recordedAt)
      events.append(recorded)
      streams[batch.stream, default: []].append(recorded)
      batchIndex[event.id] = batches.count
    }
    let receipt = AppendReceipt(version: version(of: batch.stream), position: end)
    batches.append((batch.stream, batch.events.map(\.id), receipt))
    return receipt
  }

  // MARK: - Reading

  /// A part of a stream.
  func slice(of stream: StreamID, from: StreamVersion, limit: Int) -> StreamSlice {
    let events = streams[stream] ?? []
    return StreamSlice(
      events: Array(events.drop { $0.version < from }.prefix(limit)), version: version(of: stream))
  }

  /// A part of the feed.
  func page(after: GlobalPosition, limit: Int, types: Set<String>?) -> FeedPage {
    // TODO: Which events follow, which of them match, where does the reader go on, and is he at the
    // end?
    FeedPage(events: [], next: after, caughtUp: true)
  }
}
