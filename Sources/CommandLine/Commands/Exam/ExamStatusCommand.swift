import Arguments
import Registrar

/// `grader exam status`: shows where the sitting stands.
struct ExamStatusCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "status", abstract: "Show where the sitting stands.",
    arguments: [Options.learner, Options.isFull, Options.gradebook, Options.format]
  ) { ExamStatusCommand(given: $0) }

  let given: Invocation

  /// Shows it.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let sitting = try await given.registrar().exam(of: given[Options.learner])
    terminal.show(sitting, isFull: given[Options.isFull], as: given)
    return .success
  }
}
