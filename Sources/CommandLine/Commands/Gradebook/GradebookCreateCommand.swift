import Arguments
import GradebookAccess

/// `grader gradebook create`: makes an empty gradebook.
struct GradebookCreateCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "create", abstract: "Create an empty gradebook; never overwrites a file.",
    arguments: [Options.gradebook]
  ) { GradebookCreateCommand(given: $0) }

  let given: Invocation

  /// Creates it.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let gradebook = given.gradebook
    try gradebook.create()
    terminal.print("Created the gradebook \(gradebook).")
    return .success
  }
}
