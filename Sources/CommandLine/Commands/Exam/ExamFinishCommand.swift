import Arguments
import Registrar

/// `grader exam finish`: ends the sitting for good.
struct ExamFinishCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "finish", abstract: "End the sitting for good.",
    arguments: [Options.learner, Options.gradebook, Options.format]
  ) { ExamFinishCommand(given: $0) }

  let given: Invocation

  /// Ends it and shows where it stands.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    terminal.show(
      try await registrar.finishExam(of: given[Options.learner], as: registrar.ownAct), as: given)
    return .success
  }
}
