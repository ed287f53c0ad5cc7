import Arguments
import Registrar

/// `grader exam start`: starts the one sitting, or shows it again.
struct ExamStartCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "start", abstract: "Start the one sitting and show its questions; or show them again.",
    arguments: [Options.learner, Options.gradebook, Options.format]
  ) { ExamStartCommand(given: $0) }

  let given: Invocation

  /// Starts and shows the questions.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let (sitting, isNew) = try await registrar.startExam(
      of: given[Options.learner], as: registrar.ownAct)
    if !isNew { terminal.complain("The sitting is under way already; it goes on.") }
    terminal.show(sitting, isFull: true, as: given)
    return .success
  }
}
