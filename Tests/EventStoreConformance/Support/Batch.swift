import EventSourcing

/// One append, as checks make it.
struct Batch: Sendable {
  /// The events to append.
  var events: [NewEvent]
  /// Where to.
  var stream: StreamID
  /// What is expected of the stream.
  var expecting: ExpectedVersion
  /// The moment to record.
  var at: Timestamp

  /// A batch of events with these identifiers, otherwise alike.
  init(
    _ ids: EventID..., to stream: StreamID, expecting: ExpectedVersion = .any,
    type: String = "lot.tested", at: Timestamp = .in1971
  ) {
    self.init(ids: ids, to: stream, expecting: expecting, type: type, at: at)
  }

  /// A batch of events with these identifiers, otherwise alike.
  init(
    ids: [EventID], to stream: StreamID, expecting: ExpectedVersion = .any,
    type: String = "lot.tested", at: Timestamp = .in1971
  ) {
    events = ids.map { id in
      NewEvent(id: id, type: type, payload: .string(id.rawValue))
    }
    self.stream = stream
    self.expecting = expecting
    self.at = at
  }

  /// The identifiers of its events.
  var ids: [EventID] { events.map(\.id) }

  /// The batch in a few words: `[a, b] to lot-1, expecting .any`.
  var summary: String {
    "[\(ids.map(\.rawValue).joined(separator: ", "))] to \"\(stream)\", expecting \(words)"
  }

  /// The expectation as Swift writes it.
  private var words: String {
    if case .exact(let version) = expecting {
      ".exact(\(version.rawValue))"
    } else {
      ".\(expecting)"
    }
  }

  /// The same batch under another expectation.
  func expecting(_ expectation: ExpectedVersion) -> Batch {
    var batch = self
    batch.expecting = expectation
    return batch
  }
}

extension Timestamp {
  /// A moment in 1971, so that a store that reads a clock is wrong by decades.
  static let in1971: Self = 31_536_000_000
  /// A moment in 2970.
  static let in2970: Self = 31_556_908_800_000
}
