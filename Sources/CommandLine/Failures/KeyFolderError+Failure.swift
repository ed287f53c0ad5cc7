import Certificates

extension KeyFolderError: GraderFailure {
  /// The status for what is concerned.
  var exitCode: ExitCode {
    switch kind {
    case .notFound, .notWritable: .noInput
    case .exists: .refused
    case .damaged: .malformed
    case .tooOpen: .notIsolated
    }
  }
}
