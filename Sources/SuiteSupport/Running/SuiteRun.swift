import Grading
import Sandbox
import Synchronization
import Testing

/// The one run of a suite process: what is graded, what is planned, what has ended.
///
/// Swift Testing first prepares every selected test, then runs them. So the plan is whole before the first behaviour
/// starts, and known even if a later one breaks the process.
final class SuiteRun: Sendable {
  private static let begun = Mutex<SuiteRun?>(nil)

  /// What is graded; `nil` while only catalogues are asked for.
  let submission: SuiteRequest.Submission?
  /// The hosts of the submission's processes.
  let pool: HostPool?
  /// Where behaviours wait for their turn.
  ///
  /// Two keep a small machine busy, on which two submissions are graded at once besides, and each costs a host.
  let lanes = Lanes(2)
  private let output: SuiteOutput
  private let state = Mutex(State())

  private struct State {
    var plan: [Test.ID: PlannedTest] = [:]
    var isPlanReported = false
    var passed = 0
    var notPassed = 0
  }

  /// What the traits of one test declare.
  private struct PlannedTest {
    var exercise: ExerciseSpecification?
    var behaviour: Behaviour?
  }

  /// A run that reports to an output.
  ///
  /// - Throws: ``JailError`` when this machine cannot jail the submission.
  init(request: SuiteRequest, output: SuiteOutput) throws(JailError) {
    submission = request.submission
    if let submission {
      pool = try HostPool(for: submission)
    } else {
      pool = nil
    }
    self.output = output
  }

  /// Makes a run the process's own.
  static func begin(_ run: SuiteRun) {
    begun.withLock { $0 = run }
  }

  /// The process's run, or `nil` when the suite runs elsewhere than in a suite process.
  static var current: SuiteRun? { begun.withLock { $0 } }

  /// Notes the exercise that a test belongs to.
  func plan(_ test: Test, exercise: ExerciseSpecification) {
    state.withLock { $0.plan[test.id, default: PlannedTest()].exercise = exercise }
  }

  /// Notes the behaviour that a test checks.
  func plan(_ test: Test, behaviour: Behaviour) {
    state.withLock { $0.plan[test.id, default: PlannedTest()].behaviour = behaviour }
  }

  /// The behaviour that a test checks.
  func behaviour(of test: Test) -> Behaviour? {
    state.withLock { $0.plan[test.id]?.behaviour }
  }

  /// Reports the plan, once, before the first behaviour runs.
  func reportPlan() {
    state.withLock { state in
      guard !state.isPlanReported else { return }
      state.isPlanReported = true
      do {
        for catalogue in try Self.catalogues(of: state.plan) { output.write(.planned(catalogue)) }
      } catch {
        output.write(.broke(reason: "\(error)"))
      }
    }
  }

  /// Reports a behaviour that has ended.
  func report(_ result: BehaviourResult) {
    state.withLock { state in
      if result.verdict.isPassed { state.passed += 1 } else { state.notPassed += 1 }
    }
    output.write(.finished(result))
  }

  /// Reports the end of the run.
  ///
  /// - Parameter status: What Swift Testing says of the run; a failure that no behaviour accounts for was recorded
  ///   outside of every behaviour, and then nothing that passed can be trusted.
  func finish(status: Int32) {
    pool?.close()
    reportPlan()
    if status != 0 && submission != nil && state.withLock({ $0.notPassed == 0 }) {
      output.write(.broke(reason: "The suite recorded an issue outside of its behaviours."))
    }
    output.write(.ended)
  }

  /// Sorts planned tests into one catalogue per exercise.
  private static func catalogues(of plan: [Test.ID: PlannedTest]) throws -> [Catalogue] {
    var behaviours: [ExerciseSpecification: [Behaviour]] = [:]
    for (id, test) in plan {
      guard let exercise = test.exercise, let behaviour = test.behaviour else {
        throw SuiteFault("The test \(id) lacks an exercise or a behaviour; give it both traits.")
      }
      behaviours[exercise, default: []].append(behaviour)
    }
    return try behaviours.sorted { $0.key.name < $1.key.name }
      .map { try Catalogue(exercise: $0.key, behaviours: $0.value) }
  }
}
