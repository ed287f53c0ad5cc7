/// All case studies of one learner.
package struct LearnerResult: Hashable, Codable, Sendable {
  /// The name of the learner's folder.
  package var learner: String
  /// One result per exercise of the scheme, in its order.
  package var exercises: [ExerciseResult]

  /// Sets every property.
  package init(learner: String, exercises: [ExerciseResult]) {
    self.learner = learner
    self.exercises = exercises
  }

  /// Whether the grader broke on any exercise.
  package var hasGraderFault: Bool { exercises.contains { $0.hasGraderFault } }

  /// Whether every exercise has all of its points.
  package var hasFullMarks: Bool { exercises.allSatisfy { $0.score == .one } }

  /// The weighted share of the case studies that was earned, or `nil` after a grader fault and where nothing counts.
  ///
  /// - Parameter weights: The weight of each exercise by name; an exercise without one does not count.
  package func caseStudyScore(weights: [String: Int]) -> Rational? {
    var parts: [(value: Rational, weight: Int)] = []
    for exercise in exercises {
      guard let weight = weights[exercise.exercise], weight > 0 else { continue }
      guard let score = exercise.score else { return nil }
      parts.append((score, weight))
    }
    return Rational.weightedMean(parts)
  }
}
