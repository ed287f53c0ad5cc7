import Arguments
import Registrar

/// `grader close`: ends a taking for good.
struct CloseCommand: GraderCommand {
  private static let reason = Option(
    required: "reason", .text, help: "Why; it stays on record.")

  static let command = Command<any GraderCommand>(
    "close", abstract: "End a learner's taking for good, so that another one can begin.",
    arguments: [Options.learner, reason, Options.gradebook, Options.format]
  ) { CloseCommand(given: $0) }

  let given: Invocation

  /// Closes, and shows where the taking stands.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let standing = try await registrar.close(
      given[Options.learner], reason: given[Self.reason], as: registrar.ownAct)
    terminal.show(standing, as: given)
    return .success
  }
}
