import Arguments
import Registrar

/// `grader exam reset`: takes back a sitting that broke.
struct ExamResetCommand: GraderCommand {
  private static let by = Option(required: "by", .text, help: "Who decides it.")
  private static let reason = Option(required: "reason", .text, help: "Why; it stays on record.")

  static let command = Command<any GraderCommand>(
    "reset", abstract: "Take back a sitting that broke for a reason that is not the learner's.",
    discussion: "What was answered stays on record and counts no longer; another sitting may "
      + "start, with another form. Who did it and why stays on record too.",
    arguments: [Options.learner, by, reason, Options.gradebook, Options.format]
  ) { ExamResetCommand(given: $0) }

  let given: Invocation

  /// Takes it back and shows where the exam stands.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let sitting = try await registrar.resetExam(
      of: given[Options.learner], by: given[Self.by], reason: given[Self.reason],
      as: registrar.ownAct)
    terminal.show(sitting, as: given)
    return .success
  }
}
