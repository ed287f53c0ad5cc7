import Arguments
import Certificates

/// `grader key show`: shows the public keys.
struct KeyShowCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "show", abstract: "Show the public keys, past and present.", arguments: [Options.keys]
  ) { KeyShowCommand(given: $0) }

  let given: Invocation

  /// Shows them.
  func run(on terminal: Terminal) async throws -> ExitCode {
    terminal.show(try given.keyFolder.register())
    return .success
  }
}
