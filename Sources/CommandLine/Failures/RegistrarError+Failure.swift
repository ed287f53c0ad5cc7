import Registrar
import Reports

extension RegistrarError: GraderFailure {
  /// The status for what is concerned.
  var exitCode: ExitCode {
    switch kind {
    case .input: .noInput
    case .refused: .refused
    case .gradebook: .gradebook
    }
  }
}
