import Arguments
import Assessment
import Grading
import Reports

/// `grader doctor`: tries to break out of the jail and says what came of it.
struct DoctorCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "doctor", abstract: "Find out whether this machine can isolate learners' code.",
    discussion: "Builds and runs a program that tries to break out as a hostile submission "
      + "would, and prints what was contained. Ends with 77 if anything was not.",
    arguments: []
  ) { DoctorCommand(given: $0) }

  let given: Invocation

  /// Examines this machine and prints.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let examination = try given.gradingSession().examineMachine(
      isolation: .bubblewrap, attendant: Interruption.ending(on: terminal))
    terminal.print(ExaminationText(examination, style: terminal.style(given)).text())
    return examination.isContained ? .success : .notIsolated
  }
}
