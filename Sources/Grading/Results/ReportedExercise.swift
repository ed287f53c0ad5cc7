/// One exercise of a learner as reports show it, whether it was graded just now or is read from a record.
package struct ReportedExercise: Hashable, Sendable {
  /// The exercise's name.
  package var name: String
  /// Its weight among the case studies.
  package var weight: Int
  /// How far it came.
  package var outcome: ExerciseOutcome
  /// The points earned, as they were when it was graded.
  package var earned: Int
  /// The points of all behaviours then.
  package var points: Int
  /// The share of the points that counts, or `nil` after a grader fault.
  package var score: Rational?
  /// The behaviours, in the order of the catalogue.
  package var behaviours: [ReportedBehaviour]
  /// Whether the suite had other behaviours or other points when it was graded.
  package var isOfEarlierSuite: Bool

  /// Sets every property.
  package init(
    name: String, weight: Int, outcome: ExerciseOutcome, earned: Int, points: Int,
    score: Rational?, behaviours: [ReportedBehaviour], isOfEarlierSuite: Bool = false
  ) {
    self.name = name
    self.weight = weight
    self.outcome = outcome
    self.earned = earned
    self.points = points
    self.score = score
    self.behaviours = behaviours
    self.isOfEarlierSuite = isOfEarlierSuite
  }

  /// A result as it stands.
  package init(_ result: ExerciseResult, weight: Int) {
    self.init(
      name: result.exercise, weight: weight, outcome: result.outcome, earned: result.earned,
      points: result.points, score: result.score,
      behaviours: result.behaviours.map(ReportedBehaviour.init))
  }

  /// Whether the grader broke on it.
  package var hasGraderFault: Bool {
    if case .graderFault = outcome { return true }
    return behaviours.contains { $0.verdict == .graderFault }
  }
}
