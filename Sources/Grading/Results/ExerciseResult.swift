/// One exercise of one learner, graded or not.
package struct ExerciseResult: Hashable, Codable, Sendable {
  /// The exercise's name.
  package var exercise: String
  /// How far it came.
  package var outcome: ExerciseOutcome
  /// Every behaviour of the exercise's catalogue, whatever the outcome.
  package var behaviours: [BehaviourResult]

  /// A result whose behaviours all ran.
  package static func graded(_ catalogue: Catalogue, _ results: [BehaviourResult]) -> Self {
    let byID = Dictionary(results.map { ($0.behaviour.id, $0) }) { first, _ in first }
    return ExerciseResult(
      exercise: catalogue.exercise.name, outcome: .graded,
      behaviours: catalogue.behaviours.map { behaviour in
        guard let result = byID[behaviour.id], result.behaviour == behaviour else {
          return BehaviourResult(behaviour: behaviour, verdict: .notRun)
        }
        return result
      })
  }

  /// A result in which no behaviour could run.
  package static func notGraded(_ catalogue: Catalogue, _ outcome: ExerciseOutcome) -> Self {
    var verdict = Verdict.notRun
    if case .graderFault(let reason) = outcome { verdict = .graderFault(reason) }
    return ExerciseResult(
      exercise: catalogue.exercise.name, outcome: outcome,
      behaviours: catalogue.behaviours.map { BehaviourResult(behaviour: $0, verdict: verdict) })
  }

  /// The points of the behaviours that passed.
  package var earned: Int { behaviours.reduce(0) { $0 + $1.earned } }

  /// The points of all behaviours.
  package var points: Int { behaviours.reduce(0) { $0 + $1.behaviour.points } }

  /// Whether the grader broke on it, so that it has no score.
  package var hasGraderFault: Bool {
    if case .graderFault = outcome { return true }
    return behaviours.contains { $0.verdict.isGraderFault }
  }

  /// The share of its points that was earned, or `nil` after a grader fault.
  package var score: Rational? {
    hasGraderFault || points == 0 ? nil : Rational(earned, over: points)
  }
}
