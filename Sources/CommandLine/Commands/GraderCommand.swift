import Arguments

/// A command of the grader: its declaration, and what it does, in one file.
///
/// **To add one**, write a type and name it in ``CommandTree``, or in the group that it belongs to.
protocol GraderCommand: Sendable {
  /// How it is called, explained and parsed.
  static var command: Command<any GraderCommand> { get }

  /// Does what was asked and prints.
  ///
  /// - Parameter terminal: Where everything is printed and asked.
  /// - Returns: The status that the program ends with.
  /// - Throws: A ``GraderFailure``, whose words are printed and whose status the program ends with; anything else is an
  ///   internal error.
  func run(on terminal: Terminal) async throws -> ExitCode
}
