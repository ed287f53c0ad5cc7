import CSQLite
import Dispatch
import Synchronization
import Testing

/// What stands before every commit to a file, and locks the file like another process.
final class CommitGate: Sendable {
  private struct State {
    var isHolding = false
    var hasArrival = false
    var watcher: CheckedContinuation<Void, Never>?
    /// Those who wait for a decision, each on a thread of its own.
    var held: [Held] = []
    /// How many commits are let through before one is refused; nil if none is.
    var passes: Int?
    /// Whether the lock is for the next append only.
    var locksOnce = false
    var isOpened = false
  }

  /// A commit that waits for a decision.
  private final class Held: Sendable {
    let isDecided = DispatchSemaphore(value: 0)
    let isRefused = Atomic(false)
  }

  private let state = Mutex(State())
  /// Another process's connection, as it were.
  private let other: Mutex<OpaquePointer>

  /// Stands before a file.
  init(over path: String) throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX
    try #require(sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK)
    other = Mutex(try #require(opened))
  }

  deinit { other.withLock { _ = sqlite3_close_v2($0) } }

  /// Stands before the commits of a connection, for as long as it may live.
  func watch(_ connection: OpaquePointer) {
    let gate = Unmanaged.passRetained(self).toOpaque()
    sqlite3_commit_hook(connection, { CommitGate.at($0)?.decide() ?? 0 }, gate)
    sqlite3_busy_handler(connection, { gate, _ in CommitGate.at(gate)?.giveUp() ?? 0 }, gate)
  }

  /// The gate that SQLite was given.
  private static func at(_ address: UnsafeMutableRawPointer?) -> CommitGate? {
    address.map { Unmanaged<CommitGate>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Notes that a store is open, from which the file cannot be taken away any more.
  func noteOpening() { state.withLock { $0.isOpened = true } }

  // MARK: - What a check asks for

  /// Holds every commit that arrives from now on.
  func hold() {
    state.withLock { state in
      state.isHolding = true
      state.hasArrival = false
    }
  }

  /// Waits until a commit has arrived since the hold began, or the task is cancelled.
  func arrival() async {
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
      takeWatcher()?.resume()
    }
  }

  /// Ends the hold.
  func release(refusing: Bool) {
    let held = state.withLock { state in
      state.isHolding = false
      defer { state.held = [] }
      return state.held.map { ($0, refusing || Self.settle(&state)) }
    }
    for (commit, isRefused) in held {
      commit.isRefused.store(isRefused, ordering: .releasing)
      commit.isDecided.signal()
    }
  }

  /// Refuses one of the next commits.
  func refuse(skipping skip: Int) { state.withLock { $0.passes = skip } }

  /// Keeps the file locked until the next append has met the lock.
  func lockOnce() {
    state.withLock { $0.locksOnce = true }
    run("BEGIN IMMEDIATE")
  }

  /// Keeps the file locked, or lets go of it.
  func setDown(_ isDown: Bool) {
    guard isDown else { return run("ROLLBACK") }
    let isOpened = state.withLock { $0.isOpened }
    run(isOpened ? "BEGIN IMMEDIATE" : "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
  }

  // MARK: - What SQLite asks

  /// Decides over a commit, on the thread that commits: 0 lets it through.
  private func decide() -> Int32 {
    let (held, isRefused, watcher) = state.withLock { state in
      state.hasArrival = true
      let watcher = state.watcher
      state.watcher = nil
      guard state.isHolding else { return (Held?.none, Self.settle(&state), watcher) }
      let held = Held()
      state.held.append(held)
      return (held, false, watcher)
    }
    watcher?.resume()
    guard let held else { return isRefused ? 1 : 0 }
    held.isDecided.wait()
    return held.isRefused.load(ordering: .acquiring) ? 1 : 0
  }

  /// Says that a locked file is not waited for, on the thread that met the lock.
  private func giveUp() -> Int32 {
    let isOver = state.withLock { state in
      defer { state.locksOnce = false }
      return state.locksOnce
    }
    if isOver { run("ROLLBACK") }
    return 0
  }

  /// Whether the next commit is the one to refuse.
  private static func settle(_ state: inout State) -> Bool {
    guard let passes = state.passes else { return false }
    state.passes = passes == 0 ? nil : passes - 1
    return passes == 0
  }

  /// Takes out who waits for an arrival.
  private func takeWatcher() -> CheckedContinuation<Void, Never>? {
    state.withLock { state in
      defer { state.watcher = nil }
      return state.watcher
    }
  }

  /// Runs statements as the other process.
  private func run(_ sql: String) {
    let code = other.withLock { sqlite3_exec($0, sql, nil, nil, nil) }
    if code != SQLITE_OK { Issue.record("\(sql): SQLite error \(code)") }
  }
}
