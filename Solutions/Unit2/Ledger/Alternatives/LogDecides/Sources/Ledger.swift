import EventSourcing

/// A ledger without any memory: it writes first and looks into the log for what came of it.
///
/// Every record says what its writer expects. Whoever reads the log from the beginning comes to the
/// same verdict on each, so two writers need not know of each other.
struct Ledger: LogBackedEventStore {
  /// The only memory.
  private let log: any RecordLog

  /// Opens a ledger, if the log can be read.
  static func open(on log: any RecordLog) async throws(EventStoreError) -> Ledger {
    let ledger = Ledger(log: log)
    _ = try await ledger.book()
    return ledger
  }

  /// Reads the log from the beginning.
  ///
  /// - Parameter verdict: Told of each record what came of it.
  private func book(
    _ verdict: ([UInt8], Result<AppendReceipt, EventStoreError>) -> Void = { _, _ in }
  ) async throws(EventStoreError) -> Book {
    var book = Book()
    do {
      for record in try await log.records() {
        let batch = try Batch.decoded(from: record)
        do throws(EventStoreError) {
          let known = try book.receipt(for: batch, expecting: batch.expecting)
          verdict(record, .success(known ?? book.enter(batch)))
        } catch {
          verdict(record, .failure(error))
        }
      }
    } catch {
      throw .storage(error)
    }
    return book
  }

  /// Writes the wish down, unless it cannot come true anyway, and looks up what came of it.
  func append(
    _ events: [NewEvent], to stream: StreamID, expecting: ExpectedVersion, at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt {
    let batch = Batch(stream: stream, events: events, recordedAt: at, expecting: expecting)
    if let receipt = try await book().receipt(for: batch, expecting: expecting) { return receipt }
    let record: [UInt8]
    do {
      record = try batch.encoded()
      try await log.append(record)
    } catch {
      throw .storage(error)
    }
    var outcome = Result<AppendReceipt, EventStoreError>.failure(.storage(.outcomeUnknown))
    do {
      _ = try await book { other, verdict in if other == record { outcome = verdict } }
    } catch {
      // It is written, but nobody can say what came of it.
      throw .storage(.outcomeUnknown)
    }
    return try outcome.get()
  }

  /// Reads a part of a stream.
  func read(
    _ stream: StreamID, from: StreamVersion, limit: Int
  ) async throws(EventStoreError) -> StreamSlice {
    try await book().slice(of: stream, from: from, limit: limit)
  }

  /// Reads a part of the feed.
  func page(
    after: GlobalPosition, limit: Int, types: Set<String>?
  ) async throws(EventStoreError) -> FeedPage {
    try await book().page(after: after, limit: limit, types: types)
  }

  /// Looks again and again.
  func awaitEvents(after position: GlobalPosition) async {
    while !Task.isCancelled {
      if let end = try? await book().end, end > position { return }
      try? await Task.sleep(for: .milliseconds(2))
    }
  }
}
