/// Streams of events that are appended under an expected version and never change.
///
/// A store keeps its events in a medium that outlives it: a log, a file, a database. How a store is
/// opened depends on its medium; ``LogBackedEventStore`` is the kind that is opened on a log.
///
/// ## Versions and positions
///
/// **Versions are counts and begin at 1.** The n-th event of a stream has version n, without gaps;
/// a stream without events has version 0. Readers who know EventStoreDB expect 0 for the first
/// event.
///
/// **Positions strictly increase in commit order.** They count across all streams and lie above
/// ``GlobalPosition/start``; gaps are legal.
///
/// **Stream identifiers are opaque.** Any text is a stream of its own, also the empty one; `lot-1`
/// is no part of `lot-10`.
///
/// **A recorded event never changes.** It comes back with the identifier, type, schema, payload and
/// metadata it was appended with, with its stream, version and position, and with `recordedAt`
/// equal to the `at` of the append; the store reads no clock.
///
/// ## Appending
///
/// **An append happens only if the expectation holds.** Otherwise it throws
/// `wrongExpectedVersion(expected:actual:)` with the expectation as given and the stream's version.
///
/// | expectation | holds for a stream of version v if |
/// |---|---|
/// | `any` | always |
/// | `noStream` | v = 0 |
/// | `streamExists` | v ≥ 1; the append does not create the stream |
/// | `exact(n)` | v = n; the versions of other streams do not matter |
///
/// **A batch is all or nothing.** Its events get consecutive versions in the given order, and after
/// any fault, at any moment, and after reopening, either all of them are there or none.
///
/// **A refused or failed append leaves no trace.** No version, position or identifier is used up;
/// the same identifiers may be used later. The exception is `outcomeUnknown`, below.
///
/// **An event identifier is unique in the store.** An append whose identifiers equal those of one
/// earlier batch to the same stream, in the same order and number, is a repeat: it stores nothing
/// and returns the receipt of the earlier batch, whatever is expected now and whatever else its
/// events hold. Any other reuse throws
/// `eventIDReused` with a reused identifier and stores nothing: in another stream, overlapping an
/// earlier batch, in another order, only a part of a batch, or twice within one batch. Both rules
/// hold after reopening too. If a conflict and a reuse coincide, either error may be thrown.
///
/// **An empty batch writes nothing.** It creates no stream and returns the current version with the
/// position `start`. Whether its expectation is checked is left open.
///
/// **Appends may overlap.** Of several appends with the same `exact(v)` to one stream exactly one
/// succeeds and the others throw `wrongExpectedVersion`. Appends with `any` all succeed, with
/// gapless versions, and the appends that one writer makes one after another keep their order.
/// Appends to different streams do not conflict, though they may wait for one another.
///
/// **An append returns once its events are durable.** Not before, and nothing is readable before:
/// neither ``read(_:from:limit:)`` nor a page shows an event whose append has not been stored.
/// Reads may wait for a running append.
///
/// ## Faults
///
/// **A fault of the medium is thrown as `storage`.** Its ``StorageFault`` tells what is known of the
/// write. After `notWritten` or `unavailable` the store works again as soon as the medium does.
///
/// **After an unknown outcome nothing is used twice.** The batch may be stored or not. Sending the
/// same batch again stores it exactly once in the end. Until it is opened anew the store may refuse
/// further work with `storage`, but it never gives a version or position to two events.
///
/// ## Opening
///
/// **Opening restores everything from the medium.** Events, versions, positions and the memory of
/// identifiers are as before; versions and positions go on above all earlier ones.
///
/// ```swift
/// let receipt = try await store.append(
///   [NewEvent(id: "c-1/0", type: "lot.exhausted", payload: .object(["at": .int(0)]))],
///   to: "lot-7", expecting: .exact(4), at: now)
/// // receipt.version == 5
/// let slice = try await store.read("lot-7", from: 5, limit: 10)
/// // slice.events.count == 1, slice.version == 5
/// ```
public protocol EventStore: EventFeed {
  /// Appends a batch of events to one stream.
  ///
  /// - Parameters:
  ///   - events: The batch, oldest event first; an empty one writes nothing.
  ///   - stream: The stream to extend.
  ///   - expecting: What must be true of the stream.
  ///   - at: The moment to keep as `recordedAt` of each event.
  /// - Returns: The version of the stream after the batch, and the position of its last event.
  /// - Throws: `wrongExpectedVersion`, `eventIDReused` or `storage`, as described above.
  func append(
    _ events: [NewEvent],
    to stream: StreamID,
    expecting: ExpectedVersion,
    at: Timestamp
  ) async throws(EventStoreError) -> AppendReceipt

  /// Reads a part of one stream, by ascending version.
  ///
  /// **An unknown stream is an empty stream.** The slice has no events and version 0; nothing is
  /// thrown.
  ///
  /// **The slice carries the version of the whole stream.** It does so even if it holds no events.
  ///
  /// - Parameters:
  ///   - stream: The stream to read.
  ///   - from: The version of the first event wanted, inclusive; 0 and 1 both mean the beginning,
  ///     and a version above the stream's yields no events.
  ///   - limit: The largest number of events to return; 0 yields none.
  /// - Returns: The events, and the current version of the stream.
  /// - Throws: `storage` with the fault of the medium if the events cannot be read now.
  func read(_ stream: StreamID, from: StreamVersion, limit: Int)
    async throws(EventStoreError) -> StreamSlice
}
