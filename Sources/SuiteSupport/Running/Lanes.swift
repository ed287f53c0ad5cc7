import Dispatch
import Synchronization

/// How many behaviours run at the same time: as many as there are lanes, and the others wait for their turn.
///
/// Swift Testing begins the next test whenever one waits, so without lanes all of them would be under way at once, each
/// with a process, and each on a clock that runs while others compute.
///
/// **One that takes long lends its lane** to the next: most likely it waits for a submission that hangs, and a whole
/// suite of those should take no longer than the slowest.
final class Lanes: Sendable {
  private let patience: DispatchTimeInterval
  private let state: Mutex<State>

  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  /// Opens some lanes, at least one.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - patience: How long a body keeps its lane to itself.
  init(_ count: Int, patience: DispatchTimeInterval = .seconds(1)) {
    precondition(count > 0, "nobody could run without a lane")
    self.patience = patience
    state = Mutex(State(free: count))
  }

  /// Runs a body as soon as there is a free lane, first come, first served.
  func run<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    await enter()
    let turn = Turn(in: self)
    DispatchQueue.global().asyncAfter(deadline: .now() + patience) { turn.end() }
    defer { turn.end() }
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
  fileprivate func leave() {
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

/// The time for which a body has a lane to itself; it ends once.
private final class Turn: Sendable {
  private let lanes: Lanes
  private let isOver = Atomic<Bool>(false)

  /// Begins in a lane that was entered.
  init(in lanes: Lanes) {
    self.lanes = lanes
  }

  /// Leaves the lane, if nobody has.
  func end() {
    if !isOver.exchange(true, ordering: .relaxed) { lanes.leave() }
  }
}
