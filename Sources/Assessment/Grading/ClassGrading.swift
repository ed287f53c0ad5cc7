package import Grading

extension ExerciseGrader {
  /// Grades the case studies of every learner of a class.
  ///
  /// - Parameters:
  ///   - learners: The learners.
  ///   - exercises: The exercises to grade.
  ///   - jobs: How many exercises are graded at once.
  ///   - progress: Told after each graded exercise how many are done.
  /// - Returns: One result per learner, in their order, holding what feedback allows learners to see.
  package func grade(
    _ learners: [LearnerFolder], exercises: [Scheme.Exercise], jobs: Int,
    progress: (Int) -> Void
  ) async throws -> [LearnerResult] {
    let work = learners.flatMap { learner in exercises.map { (learner, $0) } }
    let results = try await concurrently(work, jobs: jobs) { learner, exercise in
      try await onThreadOfItsOwn { grade(exercise, of: learner) }
    } finished: {
      progress($0)
    }.compactMap(\.self)
    return learners.enumerated().map { index, learner in
      let first = index * exercises.count
      return LearnerResult(
        learner: learner.name, exercises: Array(results[first..<first + exercises.count])
      ).shown(under: course.scheme.feedback)
    }
  }
}
