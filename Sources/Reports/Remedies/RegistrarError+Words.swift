package import Registrar

extension RegistrarError {
  /// What is wrong and what to do at the command line, in sentences.
  package var words: String { remedy?.completing(description) ?? description }
}
