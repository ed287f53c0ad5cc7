import Synchronization

/// How many behaviours run at the same time: as many as there are lanes, and the others wait for their turn.
///
/// Swift Testing begins the next test whenever one waits, so without lanes all of them would be under way at once, each
/// with a process, and each on a clock that runs while others compute.
final class Lanes: Sendable {
  private let state: Mutex<State>

  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  /// Opens some lanes, at least one.
  init(_ count: Int) {
    precondition(count > 0, "nobody could run without a lane")
    state = Mutex(State(free: count))
  }

  /// Runs a body as soon as there is a free lane, first come, first served.
  func run<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    await enter()
    defer { leave() }
    return try await body()
  }

  /// Takes a lane, or the next one that becomes free.
  private func enter() async {
    await withCheckedContinuation { turn in
      let isFree = state.withLock { state in
        guard state.free > 0 else {
          state.waiting.append(turn)
          return false
        }
        state.free -= 1
        return true
      }
      if isFree { turn.resume() }
    }
  }

  /// Gives a lane to who waits longest, or keeps it free.
  private func leave() {
    let next = state.withLock { state in
      if state.waiting.isEmpty {
        state.free += 1
        return nil as CheckedContinuation<Void, Never>?
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
