import Arguments
import Registrar

/// `grader status`: shows where a taking stands.
struct StatusCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "status", abstract: "Show where a learner stands, with the derivation of the mark.",
    arguments: [Options.learner, Options.taking, Options.gradebook, Options.format]
  ) { StatusCommand(given: $0) }

  let given: Invocation

  /// Shows it.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let standing = try await given.registrar().standing(
      of: given[Options.learner], number: given[Options.taking])
    terminal.show(standing, as: given)
    return .success
  }
}
