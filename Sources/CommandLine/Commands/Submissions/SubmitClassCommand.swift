import Arguments
import Assessment
import Registrar
import Reports

/// `grader submit-class`: takes in and grades the folders of a class.
struct SubmitClassCommand: GraderCommand {
  private static let folder = Positional(
    "folder", .text,
    help: "A folder that holds a folder for each learner, named as in the gradebook.")

  static let command = Command<any GraderCommand>(
    "submit-class",
    abstract: "Hand in the case studies of a class: a folder for each enrolled learner.",
    discussion:
      "Each result is recorded as soon as it is there. Ctrl-C lets what is under way be "
      + "finished, and the same command goes on with the rest: what was graded under the same "
      + "circumstances is answered from the record. What is not taken in is listed with the reason.",
    arguments: [
      folder, Options.again, Options.only, Options.isolation, Options.jobs, Options.gradebook,
      Options.format,
    ]
  ) { SubmitClassCommand(given: $0) }

  let given: Invocation

  /// Hands in and prints what came of it.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let (session, registrar) = try given.office()
    let exercises = try session.exercises(named: given[Options.only])
    let entries = try ClassEntry.all(in: given[Self.folder], for: session.course.scheme)
    let halt = Halt()
    let progress = Progress(of: "exercise", on: terminal)
    let submission = try await session.withDesk(
      isolation: given[Options.isolation], attendant: Interruption.halting(halt, on: terminal)
    ) { desk in
      try await registrar.submit(
        class: entries, exercises: exercises, at: desk, again: given[Options.again],
        jobs: given.jobs, until: halt, as: registrar.ownAct, progress: progress.finished)
    }
    switch given[Options.format] {
    case .json: terminal.print(json: ClassSubmissionDocument(submission))
    case .text:
      terminal.print(
        ClassSubmissionText(submission, style: terminal.style(given), width: terminal.width)
          .text())
    }
    guard submission.isComplete else {
      return terminal.tellOfHalt(after: submission.entries.count, of: submission.total)
    }
    if submission.hasPending { return .internalError }
    return submission.hasFullMarks ? .success : .notFullMarks
  }
}
