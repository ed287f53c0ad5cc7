import Grading
package import Testing

/// Makes a test one behaviour of its exercise: planned with its points, run against a fresh worker, and reported.
///
/// The test's display name is the sentence of the specification. **A behaviour is one test without arguments**, so
/// that one scope is one verdict.
package struct BehaviourTrait: TestTrait, SuiteTrait, TestScoping {
  /// What the declaration says; `nil` stands for what a public example gets from its test.
  fileprivate let id: String?
  fileprivate let points: Int
  fileprivate let hint: String
  fileprivate let isOpen: Bool

  /// Every test below a suite with the trait is a behaviour of its own.
  package var isRecursive: Bool { true }

  /// Enters the test in the plan; where only the catalogue is asked for, that is all.
  package func prepare(for test: Test) async throws {
    guard !test.isSuite, let run = SuiteRun.current else { return }
    guard !test.isParameterized else {
      throw SuiteFault("\(test.name) takes arguments; a behaviour is one test without.")
    }
    run.plan(test, behaviour: behaviour(of: test))
    if run.submission == nil { try Test.cancel("catalogue only") }
  }

  /// Runs the test against a fresh worker and reports its verdict.
  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard let run = SuiteRun.current, let submission = run.submission, let pool = run.pool,
      let behaviour = run.behaviour(of: test)
    else { throw SuiteFault("The suite runs outside of a suite process.") }
    run.reportPlan()
    try await run.lanes.run {
      // Its time begins here.
      let scope = BehaviourScope(behaviour, limits: submission.limits, pool: pool)
      try await scope.run(test, testCase, performing: function, reportingTo: run)
    }
  }

  /// The behaviour that a test stands for.
  private func behaviour(of test: Test) -> Behaviour {
    Behaviour(
      id: id ?? Behaviour.exampleID(test.name.prefix { $0 != "(" }),
      sentence: test.displayName ?? test.name, points: points, hint: hint, isOpen: isOpen)
  }
}

extension Trait where Self == BehaviourTrait {
  /// The test is a hidden behaviour.
  ///
  /// - Parameters:
  ///   - id: Its name in its exercise, such as `B4`.
  ///   - points: What passing it earns.
  ///   - hint: The misconception behind a failure; helps without giving code away.
  ///   - isOpen: Whether learners may see given, when, expected and got.
  package static func behaviour(
    _ id: String, points: Int, isOpen: Bool = false, hint: String
  ) -> Self {
    BehaviourTrait(id: id, points: points, hint: hint, isOpen: isOpen)
  }

  /// Every test of the suite is a public example, which learners have and may run themselves.
  package static func examples(points: Int) -> Self {
    BehaviourTrait(
      id: nil, points: points, hint: "This example is in your kit: run it and step through it.",
      isOpen: true)
  }
}
