/// Something in a class that a person must look at, since no program can settle it.
package struct Concern: Hashable, Sendable {
  /// The learner, or the name of what was not taken in.
  package let name: String
  /// The exercise; `nil` where all of it is concerned.
  package let exercise: String?
  /// Why, in sentences.
  package let reason: String

  /// Sets every property.
  package init(name: String, exercise: String?, reason: String) {
    self.name = name
    self.exercise = exercise
    self.reason = reason
  }
}

extension ClassResult {
  /// Every submission that a person must look at: what was refused, and where the grader broke.
  package var concerns: [Concern] {
    learners.flatMap { learner in
      learner.exercises.compactMap { exercise in
        exercise.reasonForConcern.map {
          Concern(name: learner.learner, exercise: exercise.exercise, reason: $0)
        }
      }
    }
  }
}

extension ExerciseResult {
  /// Why a person must look at it, if one must.
  fileprivate var reasonForConcern: String? {
    switch outcome {
    case .refused(let reasons): "It was refused. " + reasons.joined(separator: " ")
    case .graderFault(let reason): "The grader broke. \(reason)"
    case .graded, .notHandedIn, .notBuilt:
      behaviours.lazy.compactMap { behaviour in
        guard case .graderFault(let reason) = behaviour.verdict else { return nil }
        return "The grader broke at \(behaviour.behaviour.id). \(reason)"
      }.first
    }
  }
}
