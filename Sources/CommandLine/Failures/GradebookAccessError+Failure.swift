import GradebookAccess

extension GradebookAccessError: GraderFailure {
  /// The status for what is wrong with the gradebook.
  var exitCode: ExitCode {
    switch kind {
    case .notFound, .notOne: .noInput
    case .unusable: .gradebook
    }
  }

  /// What is wrong, and what to do where there is no gradebook.
  var words: String {
    kind == .notFound
      ? "\(description) `grader gradebook create` makes one; --gradebook or $GRADER_GRADEBOOK names another."
      : description
  }
}
