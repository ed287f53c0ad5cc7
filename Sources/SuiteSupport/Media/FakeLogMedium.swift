package import EventSourcing
import Synchronization

/// A medium for record logs that is held, failed and cut off by the suite.
///
/// It outlives the stores that are opened over it. Faults and races are made here, on the trusted side: an append that is
/// held stays where it is until the suite lets it through, so nothing depends on who is fast.
///
/// ```swift
/// let medium = FakeLogMedium()
/// medium.hold()
/// async let receipt = store.append(…)
/// await medium.arrival()
/// medium.release(failing: .notWritten)
/// ```
package final class FakeLogMedium: Sendable {
  /// What becomes of one append.
  package enum Fate: Hashable, Sendable {
    /// The record is stored and the append returns.
    case stored
    /// The append throws the fault and the record is not stored.
    case failed(StorageFault)
    /// The record is stored, but the append throws `outcomeUnknown`: the acknowledgement is lost.
    case storedUnacknowledged
  }

  /// What may arrive at one medium, in bytes; far more than any suite needs.
  private static let capacity = 32 << 20

  private let state: Mutex<State>

  private struct State {
    var records: [[UInt8]]
    var room = FakeLogMedium.capacity
    var connection = 0
    var script: [Fate] = []
    var isDown = false
    var isHolding = false
    var held: [Held] = []
    var hasArrival = false
    var watcher: CheckedContinuation<Void, Never>?

    /// Whether there is room for a record that arrives; a worker that floods the medium is refused.
    mutating func admit(_ record: [UInt8]) -> Bool {
      room -= record.count + 64
      return room >= 0
    }

    /// Decides over a record by the script, and stores it unless it fails.
    mutating func settle(_ record: [UInt8]) -> Fate {
      guard !isDown else { return .failed(.unavailable) }
      let fate = script.isEmpty ? .stored : script.removeFirst()
      if case .failed = fate { return fate }
      records.append(record)
      return fate
    }

    /// Takes out who waits for an arrival.
    mutating func takeWatcher() -> CheckedContinuation<Void, Never>? {
      defer { watcher = nil }
      return watcher
    }
  }

  /// An append that waits for the suite.
  private struct Held {
    var record: [UInt8]
    var resume: CheckedContinuation<Fate, Never>
  }

  /// A medium that holds some records already.
  package init(_ records: [[UInt8]] = []) {
    state = Mutex(State(records: records))
  }

  /// Every durable record, oldest first.
  package var records: [[UInt8]] { state.withLock { $0.records } }

  /// Connects a store, and cuts off whichever was connected before.
  ///
  /// What was cut off is like a process that has ended: nothing it does reaches the medium any more, and what it had
  /// not finished is not stored.
  package func connect() -> any RecordLog {
    let (number, held) = state.withLock { state in
      state.connection += 1
      state.isHolding = false
      state.script = []
      defer { state.held = [] }
      return (state.connection, state.held)
    }
    for append in held { append.resume.resume(returning: .failed(.unavailable)) }
    return Connection(medium: self, number: number)
  }

  /// Sets what becomes of the next appends, in order; those after them are stored.
  package func script(_ fates: [Fate]) {
    state.withLock { $0.script = fates }
  }

  /// Takes the medium down, or up again: while it is down nothing can be read or appended.
  package func setDown(_ isDown: Bool) {
    state.withLock { $0.isDown = isDown }
  }

  /// Holds every append that arrives from now on.
  package func hold() {
    state.withLock { state in
      state.isHolding = true
      state.hasArrival = false
    }
  }

  /// Waits until an append has arrived since the hold began, or the task is cancelled; for one caller at a time.
  package func arrival() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { watcher in
        let isOver = state.withLock { state in
          if Task.isCancelled || state.hasArrival { return true }
          state.watcher = watcher
          return false
        }
        if isOver { watcher.resume() }
      }
    } onCancel: {
      state.withLock { $0.takeWatcher() }?.resume()
    }
  }

  /// Ends the hold and decides over what was held.
  ///
  /// - Parameter fault: The fault of every held append; `nil` stores them in the order of their arrival.
  package func release(failing fault: StorageFault? = nil) {
    let decided = state.withLock { state in
      state.isHolding = false
      defer { state.held = [] }
      return state.held.map { append in
        (append.resume, fault.map { .failed($0) } ?? state.settle(append.record))
      }
    }
    for (waiter, fate) in decided { waiter.resume(returning: fate) }
  }

  // MARK: - What a connection does

  /// Appends a record for a connection.
  fileprivate func append(_ record: [UInt8], by connection: Int) async throws(StorageFault) {
    let fate = await withCheckedContinuation { (waiter: CheckedContinuation<Fate, Never>) in
      let (fate, watcher) = state.withLock { state in arrive(record, connection, waiter, &state) }
      watcher?.resume()
      if let fate { waiter.resume(returning: fate) }
    }
    switch fate {
    case .stored: return
    case .failed(let fault): throw fault
    case .storedUnacknowledged: throw .outcomeUnknown
    }
  }

  /// Takes in an append.
  ///
  /// - Returns: What becomes of it, unless it is held, and who waits for an arrival.
  private func arrive(
    _ record: [UInt8], _ connection: Int, _ waiter: CheckedContinuation<Fate, Never>,
    _ state: inout State
  ) -> (fate: Fate?, watcher: CheckedContinuation<Void, Never>?) {
    guard state.connection == connection, state.admit(record) else {
      return (.failed(.unavailable), nil)
    }
    state.hasArrival = true
    guard state.isHolding else { return (state.settle(record), state.takeWatcher()) }
    state.held.append(Held(record: record, resume: waiter))
    return (nil, state.takeWatcher())
  }

  /// Reads every record for a connection.
  fileprivate func records(for connection: Int) throws(StorageFault) -> [[UInt8]] {
    let records = state.withLock { state in
      state.connection == connection && !state.isDown ? state.records : nil
    }
    guard let records else { throw .unavailable }
    return records
  }
}

/// The log that one store sees.
private struct Connection: RecordLog {
  let medium: FakeLogMedium
  let number: Int

  func append(_ record: [UInt8]) async throws(StorageFault) {
    try await medium.append(record, by: number)
  }

  func records() async throws(StorageFault) -> [[UInt8]] {
    try medium.records(for: number)
  }
}
