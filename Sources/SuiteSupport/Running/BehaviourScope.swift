import Grading
import Sandbox
import Synchronization
import Testing

/// One behaviour while it runs: its workers, and what was seen so far.
final class BehaviourScope: Sendable {
  /// The scope of the running test.
  @TaskLocal static var current: BehaviourScope?

  private let behaviour: Behaviour
  private let limits: Limits
  private let pool: HostPool
  private let deadline: ContinuousClock.Instant
  private let state = Mutex(State())

  private struct State {
    var workers: [Worker] = []
    var finding: Finding?
    var hasIssue = false
    var graderFault: String?
  }

  /// A behaviour that starts now, with workers by hosts out of a pool.
  init(_ behaviour: Behaviour, limits: Limits, pool: HostPool) {
    self.behaviour = behaviour
    self.limits = limits
    self.pool = pool
    deadline = .now + .seconds(limits.behaviourSeconds)
  }

  /// Runs the body against a fresh worker, then reports one verdict.
  func run(
    _ test: Test, _ testCase: Test.Case?, performing body: @Sendable () async throws -> Void,
    reportingTo run: SuiteRun
  ) async throws {
    let watch: IssueHandlingTrait = .compactMapIssues { [self] issue in
      if issue.severity >= .error { note(issue) }
      return issue
    }
    var thrown: (any Error)?
    do {
      let worker = try startWorker()
      try await watch.provideScope(for: test, testCase: testCase) {
        try await Self.$current.withValue(self) {
          try await Worker.$scoped.withValue(worker) { try await body() }
        }
      }
    } catch {
      thrown = error
      if let fault = error as? SuiteFault { note(graderFault: fault.description) }
    }
    let result = result(bodyReturned: thrown == nil)
    run.report(result)
    if let thrown { throw thrown }
    if !result.verdict.isPassed && !state.withLock({ $0.hasIssue }) {
      Issue.record("\(behaviour.id) is not passed")
    }
  }

  /// Starts another worker, which the scope ends.
  func startWorker() throws -> Worker {
    do throws(SystemError) {
      let worker = Worker(try WorkerProcess(from: pool), limits: limits, until: deadline)
      state.withLock { $0.workers.append(worker) }
      return worker
    } catch {
      throw SuiteFault("A worker could not be started. \(error)")
    }
  }

  /// Keeps what was seen at the first check that did not hold.
  func note(_ finding: Finding) {
    state.withLock { state in
      if state.finding == nil { state.finding = finding }
      state.hasIssue = true
    }
  }

  /// Keeps that a plain expectation did not hold.
  ///
  /// What it says quotes the source of the suite, so it is kept for public examples only, which learners have.
  private func note(_ issue: Issue) {
    guard behaviour.isExample else { return state.withLock { $0.hasIssue = true } }
    let fault = state.withLock { $0.workers }.lazy.compactMap(\.fault).first
    note(
      Finding(
        given: [], when: "the example runs",
        expected: issue.comments.map(\.rawValue).joined(separator: " "),
        got: fault?.description ?? "\(issue)"))
  }

  /// Keeps the first fault that is not the learner's.
  func note(graderFault reason: String) {
    state.withLock { $0.graderFault = $0.graderFault ?? reason }
  }

  /// Ends the workers and weighs what was seen.
  ///
  /// A worker's fault outweighs a failed check, since what the proxies answered after it was made up. **Passed is what
  /// is left when the body returned, no issue was recorded, every worker is whole, and at least one answered.**
  private func result(bodyReturned: Bool) -> BehaviourResult {
    let workers = state.withLock { $0.workers }
    for worker in workers { worker.finish() }
    let fault = workers.lazy.compactMap { $0.fault }.first
    let state = state.withLock { $0 }
    let verdict: Verdict =
      if let reason = state.graderFault {
        .graderFault(reason)
      } else if let fault {
        fault.verdict
      } else if !bodyReturned || state.hasIssue {
        .failed
      } else if !workers.contains(where: { $0.hasAnswered }) {
        .graderFault("\(behaviour.id) asked the submission nothing.")
      } else {
        .passed
      }
    return BehaviourResult(
      behaviour: behaviour, verdict: verdict, finding: verdict.isPassed ? nil : state.finding,
      lastWords: fault?.lastWords)
  }
}
