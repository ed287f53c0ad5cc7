package import Grading
package import Testing

/// Says which exercise the tests of a suite belong to.
package struct ExerciseTrait: SuiteTrait, TestTrait {
  fileprivate let exercise: ExerciseSpecification

  /// Every test below the suite inherits the trait.
  package var isRecursive: Bool { true }

  /// Enters the test in the plan.
  package func prepare(for test: Test) async throws {
    guard !test.isSuite else { return }
    SuiteRun.current?.plan(test, exercise: exercise)
  }
}

extension Trait where Self == ExerciseTrait {
  /// The suite grades an exercise.
  package static func exercise(_ exercise: ExerciseSpecification) -> Self {
    ExerciseTrait(exercise: exercise)
  }
}
