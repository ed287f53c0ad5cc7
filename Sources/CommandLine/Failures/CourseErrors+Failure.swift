import Grading

extension DocumentError: GraderFailure {
  /// The course's own files are wrong.
  var exitCode: ExitCode { .course }
}

extension DrawError: GraderFailure {
  /// The course's own files are wrong: no form can be drawn from the pool.
  var exitCode: ExitCode { .course }
}

extension AnswerError: GraderFailure {
  /// What was given is no answer.
  var exitCode: ExitCode { .malformed }
}
