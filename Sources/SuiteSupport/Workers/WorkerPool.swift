import Dispatch
import Grading
import Sandbox
import Synchronization

/// Processes of one submission that were started before anybody asked for them.
///
/// Starting one takes longer than most behaviours, and a suite leaves a processor idle while it waits for answers.
/// **A process is given out once and never comes back**, so every behaviour still gets a fresh one.
final class WorkerPool: Sendable {
  /// How many processes wait at a time: as many as behaviours commonly begin at once.
  private static let size = 2

  private let submission: SuiteRequest.Submission
  private let jail: any Jail
  private let state = Mutex(State())

  private struct State {
    var waiting: [WorkerProcess] = []
    var starting = 0
    /// How many behaviours have yet to begin; unknown until the plan is whole.
    var behavioursLeft = Int.max
  }

  /// A pool that starts its first processes at once.
  ///
  /// - Throws: ``JailError`` when this machine cannot jail them.
  init(for submission: SuiteRequest.Submission) throws(JailError) {
    guard let isolation = Isolation(rawValue: submission.isolation) else {
      preconditionFailure("the grader asks for an isolation that there is")
    }
    self.submission = submission
    jail = try isolation.jail()
    refill()
  }

  /// Says how many behaviours there are, so that the last ones start no process in vain.
  func expect(behaviours count: Int) {
    state.withLock { $0.behavioursLeft = count }
  }

  /// A process that nobody has had before.
  ///
  /// - Parameter isFirst: Whether a behaviour begins with it.
  func take(isFirst: Bool) throws(SystemError) -> WorkerProcess {
    let process = state.withLock { state in
      if isFirst { state.behavioursLeft -= 1 }
      return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
    }
    refill()
    if let process { return process }
    return try WorkerProcess(submission, in: jail)
  }

  /// Ends the processes that nobody asked for.
  func close() {
    let left = state.withLock { state in
      state.behavioursLeft = 0
      defer { state.waiting = [] }
      return state.waiting
    }
    for worker in left { worker.process.end() }
  }

  /// Starts as many processes as are missing, on a thread of the system's.
  ///
  /// One that cannot be started is not missed here: whoever needs it tries again, and learns why.
  private func refill() {
    let missing = state.withLock { state in
      let wanted = min(Self.size, state.behavioursLeft)
      let missing = max(0, wanted - state.waiting.count - state.starting)
      state.starting += missing
      return missing
    }
    for _ in 0..<missing {
      DispatchQueue.global().async { [self] in
        let started = try? WorkerProcess(submission, in: jail)
        let isUnwanted = state.withLock { state in
          state.starting -= 1
          guard let started, state.behavioursLeft > 0 else { return true }
          state.waiting.append(started)
          return false
        }
        if isUnwanted { started?.process.end() }
      }
    }
  }
}
