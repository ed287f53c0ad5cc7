/// Why what a suite declares cannot be graded: always a fault of the suite, never of a learner.
package enum CatalogueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No behaviour at all, so full marks would prove nothing.
  case empty(exercise: String)
  /// A behaviour that is worth nothing.
  case noPoints(exercise: String, behaviour: String)
  /// One id for two behaviours.
  case declaredTwice(exercise: String, behaviour: String)

  /// One sentence naming the suite and what to change in it.
  package var description: String {
    switch self {
    case .empty(let exercise):
      "The suite of \(exercise) declares no behaviour."
    case .noPoints(let exercise, let behaviour):
      "The suite of \(exercise) gives \(behaviour) no points; give it at least 1."
    case .declaredTwice(let exercise, let behaviour):
      "The suite of \(exercise) declares \(behaviour) twice; use each id once."
    }
  }
}
