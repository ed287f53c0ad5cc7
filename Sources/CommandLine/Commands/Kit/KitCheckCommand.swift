import Arguments
import Assessment
import Kits

/// `grader kit check`: shows that nothing hidden is in a folder, or in what would be written.
struct KitCheckCommand: GraderCommand {
  private static let folder = Positional(
    optional: "dir", .text, help: "A kit's folder; if left out, what an export would write.")

  static let command = Command<any GraderCommand>(
    "check", abstract: "Show that no line of a solution, suite, key or exam is in a kit.",
    discussion:
      "Names every file and line that learners must not get, and where it comes from; "
      + "also every file that is no part of a kit. Ends with 3 if there is any.",
    arguments: [folder]
  ) { KitCheckCommand(given: $0) }

  let given: Invocation

  /// Checks and prints.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let inspection = try KitInspection(of: given.gradingSession().course)
    let check = try given[Self.folder].map(inspection.check(folder:)) ?? inspection.check()
    terminal.show(check)
    return check.holds ? .success : .auditFailed
  }
}
