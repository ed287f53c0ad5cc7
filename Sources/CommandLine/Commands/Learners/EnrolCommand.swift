import Arguments
import Gradebook
import Registrar

/// `grader enrol`: begins a taking of the course.
struct EnrolCommand: GraderCommand {
  private static let name = Option(
    optional: "name", .text, defaultText: "that of the last taking",
    help: "The full name, as the certificate shows it.")
  private static let email = Option(
    optional: "email", .text, defaultText: "that of the last taking", help: "The address.")

  static let command = Command<any GraderCommand>(
    "enrol", abstract: "Enrol a learner, or begin another taking when the last is closed.",
    arguments: [Options.learner, name, email, Options.gradebook, Options.format]
  ) { EnrolCommand(given: $0) }

  let given: Invocation

  /// Enrols and shows where the taking stands.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let learner = given[Options.learner]
    let (taking, isNew) = try await registrar.enrol(
      learner, name: given[Self.name], email: given[Self.email], as: registrar.ownAct)
    if !isNew { terminal.complain("\(learner) is enrolled already; nothing was changed.") }
    terminal.show(
      try await registrar.standing(of: learner, number: taking.id.number), as: given)
    return .success
  }
}
