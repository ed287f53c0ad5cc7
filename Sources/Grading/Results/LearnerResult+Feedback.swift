extension LearnerResult {
  /// The result with the details that feedback lets learners see.
  package func shown(under feedback: Scheme.Feedback) -> Self {
    var result = self
    for exercise in result.exercises.indices {
      for index in result.exercises[exercise].behaviours.indices {
        let isShown =
          switch feedback {
          case .none: false
          case .open: result.exercises[exercise].behaviours[index].behaviour.isOpen
          case .all: true
          }
        if !isShown { result.exercises[exercise].behaviours[index].finding = nil }
      }
    }
    return result
  }
}
