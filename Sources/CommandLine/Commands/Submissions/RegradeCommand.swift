import Arguments
import Assessment
import Registrar
import Reports

/// `grader regrade`: grades again what is recorded.
struct RegradeCommand: GraderCommand {
  private static let learners = Positional(
    zeroOrMore: "learner", .text, defaultText: "all", help: "The learners.")
  private static let apply = Flag("apply", help: "Record the results.")

  static let command = Command<any GraderCommand>(
    "regrade", abstract: "Grade recorded submissions again and show who gains and loses.",
    discussion: "Nothing is recorded without --apply. Takings that are closed are passed over.",
    arguments: [
      learners, apply, Options.only, Options.isolation, Options.jobs, Options.gradebook,
      Options.format,
    ]
  ) { RegradeCommand(given: $0) }

  let given: Invocation

  /// Grades and prints what would change, or has.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let (session, registrar) = try given.office()
    let exercises = try session.exercises(named: given[Options.only])
    let named = given[Self.learners]
    let learners = named.isEmpty ? try await registrar.learners() : named
    let isApplied = given[Self.apply]
    let halt = Halt()
    let progress = Progress(of: "submission", on: terminal)
    let regradings = try await session.withDesk(
      isolation: given[Options.isolation], attendant: Interruption.halting(halt, on: terminal)
    ) { desk in
      try await registrar.regrade(
        learners, exercises: exercises, at: desk, apply: isApplied, jobs: given.jobs, until: halt,
        as: registrar.ownAct, progress: progress.finished)
    }
    switch given[Options.format] {
    case .json: terminal.print(json: RegradingDocument(regradings, isApplied: isApplied))
    case .text:
      terminal.print(
        RegradingText(regradings, isApplied: isApplied, style: terminal.style(given)).text())
    }
    if halt.isRequested {
      terminal.complain(
        "Interrupted: the list above is not complete. Nothing else was graded again.")
      return .interrupted
    }
    return regradings.contains { $0.failure != nil } ? .internalError : .success
  }
}
