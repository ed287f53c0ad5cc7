extension ExerciseResult {
  /// The result with the details that feedback lets learners see.
  package func shown(under feedback: Scheme.Feedback) -> Self {
    var result = self
    for index in result.behaviours.indices {
      let isShown =
        switch feedback {
        case .none: false
        case .open: result.behaviours[index].behaviour.isOpen
        case .all: true
        }
      if !isShown { result.behaviours[index].finding = nil }
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
