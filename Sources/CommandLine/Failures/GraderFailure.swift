/// An error that somebody is told of in sentences, and that ends the program with a status of its own.
///
/// What no such error says is an internal error. **To add one**, let it conform in a file here.
protocol GraderFailure: Error {
  /// The status that the program ends with.
  var exitCode: ExitCode { get }
  /// What is wrong and what to do, in sentences.
  var words: String { get }
}

extension GraderFailure {
  /// The description of the error.
  var words: String { "\(self)" }
}
