import Synchronization

/// Everyone who waits for an event, in this process.
///
/// **No change is missed.** Who is about to wait notes the number of changes, looks for himself, and waits only if the
/// number is still the same.
final class Waiters: Sendable {
  private struct State {
    /// How many changes there have been.
    var changes = 0
    /// The number of the last wait.
    var last = 0
    /// Those who wait, by number.
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  /// The number of changes so far.
  var changes: Int { state.withLock { $0.changes } }

  /// Ends every wait; each looks for himself whether it was for him.
  func wakeAll() {
    let waiting = state.withLock { state in
      state.changes += 1
      defer { state.waiting = [:] }
      return state.waiting
    }
    for waiter in waiting.values { waiter.resume() }
  }

  /// Waits for the next change, for some time, or for the end of the task.
  ///
  /// - Parameters:
  ///   - changes: The number of changes before the caller looked.
  ///   - limit: How long to wait at most, as other processes wake nobody here.
  func wait(since changes: Int, atMost limit: Duration) async {
    let number = state.withLock { state in
      state.last += 1
      return state.last
    }
    var timer: Task<Void, Never>?
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        let isOver = state.withLock { state in
          // Who is cancelled before this is never called back.
          if Task.isCancelled || state.changes != changes { return true }
          state.waiting[number] = waiter
          return false
        }
        if isOver { return waiter.resume() }
        // Not before the wait can be ended: a timer that is too early ends nothing.
        timer = Task {
          try? await Task.sleep(for: limit)
          wake(number)
        }
      }
    } onCancel: {
      wake(number)
    }
    timer?.cancel()
  }

  /// Ends one wait.
  private func wake(_ number: Int) {
    state.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
  }
}
