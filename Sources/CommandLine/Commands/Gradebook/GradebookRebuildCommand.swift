import Arguments
import GradebookAccess
import Registrar

/// `grader gradebook rebuild`: makes the read models anew.
struct GradebookRebuildCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "rebuild", abstract: "Make the read models anew from the recorded events.",
    arguments: [Options.gradebook]
  ) { GradebookRebuildCommand(given: $0) }

  let given: Invocation

  /// Makes them anew.
  func run(on terminal: Terminal) async throws -> ExitCode {
    try await given.registrar().rebuildViews()
    terminal.print("Made the read models of \(given.gradebook) anew.")
    return .success
  }
}
