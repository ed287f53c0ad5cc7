import Assessment

extension AssessmentError: GraderFailure {
  /// The status for what is concerned.
  var exitCode: ExitCode {
    switch kind {
    case .input: .noInput
    case .course: .course
    case .machine: .unavailable
    case .isolation: .notIsolated
    }
  }
}
