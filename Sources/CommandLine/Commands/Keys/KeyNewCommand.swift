import Arguments
import Certificates

/// `grader key new`: makes the first key.
struct KeyNewCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "new", abstract: "Make the first key.", arguments: [Options.keys]
  ) { KeyNewCommand(given: $0) }

  let given: Invocation

  /// Makes it, and says where it is.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let folder = given.keyFolder
    terminal.show(try folder.makeFirstKey(at: .present))
    terminal.complain(
      "The private key is in \(folder.path), readable by you alone. Keep a copy in a safe place; who has "
        + "it can issue certificates.")
    return .success
  }
}
