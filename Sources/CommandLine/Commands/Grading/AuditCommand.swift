import Arguments
import Assessment
import Reports

/// `grader audit`: runs right and wrong solutions through the suites and prints the matrix.
struct AuditCommand: GraderCommand {
  private static let exercises = Positional(
    zeroOrMore: "exercise", .text, defaultText: "all", help: "The exercises to audit.")

  static let command = Command<any GraderCommand>(
    "audit", abstract: "Check that the suites tell right solutions from wrong ones.",
    discussion:
      "Grades the reference solution, the alternatives, the starter, solutions that do "
      + "nothing, and the mutants of each exercise, and prints what came out as a matrix.",
    arguments: [exercises, Options.isolation, Options.jobs]
  ) { AuditCommand(given: $0) }

  let given: Invocation

  /// Audits and prints.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let session = try given.gradingSession()
    let exercises = try session.exercises(named: given[Self.exercises])
    let progress = Progress(of: "solution", on: terminal)
    let audits = try await session.withGrader(
      isolation: given[Options.isolation], attendant: Interruption.ending(on: terminal)
    ) { grader in
      try await grader.audit(exercises, jobs: given.jobs) { progress.finished($0, of: $1) }
    }
    terminal.print(AuditText(audits, style: terminal.style(given)).text())
    return audits.allSatisfy(\.holds) ? .success : .auditFailed
  }
}
