import Arguments
import Assessment
import Kits
import PlainText

/// `grader kit export`: writes a kit into a new folder.
struct KitExportCommand: GraderCommand {
  private static let folder = Positional(
    "dir", .text, help: "The folder to make; it must not exist, or be empty.")

  static let command = Command<any GraderCommand>(
    "export", abstract: "Write a kit: a Swift package that a learner opens in an editor.",
    discussion:
      "Provided modules, starters, public examples, questions without keys, and a page "
      + "that says how to work. Nothing is ever written over, and nothing hidden is in it.",
    arguments: [folder]
  ) { KitExportCommand(given: $0) }

  let given: Invocation

  /// Checks, then writes.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let course = try given.gradingSession().course
    let kit = try Kit(of: course)
    let check = try KitInspection(of: course).check()
    guard check.holds else {
      terminal.show(check)
      terminal.complain(error: "Nothing was written. Mend the course, then export again.")
      return .auditFailed
    }
    let folder = given[Self.folder]
    try kit.write(to: folder)
    terminal.print(
      wrapped: "\(counted(kit.files.count, "file")) in \(folder.printable). Learners begin with "
        + "README.md there.")
    return .success
  }
}
