import EventSourcing

/// What the records of a log amount to.
///
/// An event's position is the number of its record, so there are gaps where marks and events
/// without a mark lie.
struct Journal {
  /// Every event with a mark, in order.
  private(set) var events: [RecordedEvent] = []
  /// The number of records.
  private var count: Int64 = 0
  /// Events that no mark has followed yet, with their positions.
  private var open: [(NewEvent, StreamID, Timestamp, GlobalPosition)] = []
  /// The batches by the identifier of their first event.
  private var batches: [EventID: (ids: [EventID], stream: StreamID, receipt: AppendReceipt)] = [:]
  /// Every identifier.
  private var known: Set<EventID> = []
  private var versions: [StreamID: Int] = [:]

  /// The position of the last event.
  var end: GlobalPosition { events.last?.position ?? .start }

  /// The number of events in a stream.
  func version(of stream: StreamID) -> StreamVersion {
    StreamVersion(rawValue: versions[stream] ?? 0)
  }

  /// Takes in the next record of the log.
  mutating func take(_ entry: Entry) {
    count += 1
    switch entry {
    case .event(let event, let stream, let at):
      open.append((event, stream, at, GlobalPosition(rawValue: count)))
    case .commit(let size):
      for (event, stream, at, position) in open.suffix(size) {
        versions[stream, default: 0] += 1
        events.append(
          RecordedEvent(
            event: event, stream: stream, version: version(of: stream), position: position,
            recordedAt: at))
        known.insert(event.id)
      }
      let batch = events.suffix(size)
      if let first = batch.first {
        let receipt = AppendReceipt(version: version(of: first.stream), position: end)
        batches[first.event.id] = (batch.map(\.event.id), first.stream, receipt)
      }
      open = []
    }
  }

  /// The receipt of a batch that is there already.
  func receipt(of ids: [EventID], in stream: StreamID) -> AppendReceipt? {
    guard let first = ids.first, let batch = batches[first], batch.ids == ids,
      batch.stream == stream
    else { return nil }
    return batch.receipt
  }

  /// The first identifier that has been used, in the store or among these.
  func reused(of ids: [EventID]) -> EventID? {
    ids.enumerated().first { known.contains($1) || ids[..<$0].contains($1) }?.element
  }
}
