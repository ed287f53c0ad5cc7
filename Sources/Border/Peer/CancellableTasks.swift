import Synchronization

/// Tasks that the suite can cancel by a name of its choosing, also before they have begun.
///
/// Calls overlap, so the call that cancels a task may be served before the one that starts it.
final class CancellableTasks: Sendable {
  private enum Entry {
    case running(Task<Void, Never>)
    case cancelledInAdvance
  }

  private let entries = Mutex<[Int: Entry]>([:])

  /// Runs a body in a task of its own and returns when it has ended.
  func run(_ name: Int, _ body: @escaping @Sendable () async -> Void) async {
    let task = Task { await body() }
    let isCancelled = entries.withLock { entries in
      let isCancelled = entries[name] != nil
      entries[name] = .running(task)
      return isCancelled
    }
    if isCancelled { task.cancel() }
    await task.value
    entries.withLock { $0[name] = nil }
  }

  /// Cancels a task, now or as soon as it begins.
  func cancel(_ name: Int) {
    let running: Task<Void, Never>? = entries.withLock { entries in
      if case .running(let task) = entries[name] { return task }
      entries[name] = .cancelledInAdvance
      return nil
    }
    running?.cancel()
  }
}
