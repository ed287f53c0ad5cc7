package import Digests
package import Grading

extension ExerciseGrader {
  /// The files of one exercise that were taken in and are to be graded.
  package struct Work: Sendable {
    /// The exercise.
    package let exercise: Scheme.Exercise
    /// The files.
    package let files: [SourceFile]

    /// Sets both parts.
    package init(exercise: Scheme.Exercise, files: [SourceFile]) {
      self.exercise = exercise
      self.files = files
    }

    /// The digest of the files.
    package var digest: Digest { SourceFile.digest(of: files) }
  }

  /// Grades submissions that were taken in already.
  ///
  /// - Parameters:
  ///   - work: The submissions.
  ///   - jobs: How many are graded at once.
  ///   - progress: Told after each one how many are done.
  /// - Returns: One result per submission, in their order, with everything that the suites saw.
  package func grade(
    _ work: [Work], jobs: Int, progress: @escaping @Sendable (Int) -> Void
  ) -> [ExerciseResult] {
    inParallel(work, jobs: jobs) {
      grade($0.files, of: $0.exercise)
    } finished: {
      progress($0)
    }
  }

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
    progress: @escaping @Sendable (Int) -> Void
  ) -> [LearnerResult] {
    let work = learners.flatMap { learner in exercises.map { (learner, $0) } }
    let results = inParallel(work, jobs: jobs) { learner, exercise in
      grade(exercise, of: learner)
    } finished: {
      progress($0)
    }
    return learners.enumerated().map { index, learner in
      let first = index * exercises.count
      return LearnerResult(
        learner: learner.name, exercises: Array(results[first..<first + exercises.count])
      ).shown(under: course.scheme.feedback)
    }
  }
}
