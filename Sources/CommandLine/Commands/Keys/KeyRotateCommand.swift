import Arguments
import Certificates

/// `grader key rotate`: replaces the key in use.
struct KeyRotateCommand: GraderCommand {
  private static let compromised = Flag(
    "compromised",
    help: "Somebody else may have the key: what it signed is not valid any more.")

  static let command = Command<any GraderCommand>(
    "rotate", abstract: "Make a new key and retire the one in use.",
    discussion: "Certificates of a retired key stay valid; with --compromised they do not.",
    arguments: [Options.keys, compromised]
  ) { KeyRotateCommand(given: $0) }

  let given: Invocation

  /// Replaces it and shows all keys.
  func run(on terminal: Terminal) async throws -> ExitCode {
    terminal.show(
      try given.keyFolder.rotate(isCompromised: given[Self.compromised], at: .present))
    return .success
  }
}
