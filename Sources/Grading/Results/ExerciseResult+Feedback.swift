extension Scheme.Feedback {
  /// Whether learners may see what was given, asked, expected and answered in a behaviour.
  ///
  /// - Parameter isOpen: Whether its suite marks it open.
  package func showsFinding(isOpen: Bool) -> Bool {
    switch self {
    case .none: false
    case .open: isOpen
    case .all: true
    }
  }
}

extension ExerciseResult {
  /// The result with the details that feedback lets learners see.
  package func shown(under feedback: Scheme.Feedback) -> Self {
    var result = self
    for index in result.behaviours.indices
    where !feedback.showsFinding(isOpen: result.behaviours[index].behaviour.isOpen) {
      result.behaviours[index].finding = nil
    }
    return result
  }
}

extension LearnerResult {
  /// The result with the details that feedback lets learners see.
  package func shown(under feedback: Scheme.Feedback) -> Self {
    LearnerResult(learner: learner, exercises: exercises.map { $0.shown(under: feedback) })
  }
}
