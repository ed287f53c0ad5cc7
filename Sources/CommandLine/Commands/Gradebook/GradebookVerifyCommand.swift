import Arguments
import EventChain
import GradebookAccess
import PlainText
import Registrar
import Reports

/// `grader gradebook verify`: finds out whether anything that is recorded was changed.
struct GradebookVerifyCommand: GraderCommand {
  private static let head = Option(
    optional: "expect", .text, valueName: "head",
    help: "The head that an earlier verification printed; finds events cut off since.")

  static let command = Command<any GraderCommand>(
    "verify", abstract: "Find out whether any recorded event was edited, removed or reordered.",
    discussion:
      "Every event carries a digest of itself and of the one before it. The head that "
      + "is printed stands for everything recorded so far: keep it elsewhere, and with --expect "
      + "a later verification also finds out whether the end was cut off.",
    arguments: [Options.gradebook, head, Options.format]
  ) { GradebookVerifyCommand(given: $0) }

  let given: Invocation

  /// Examines the chain of events and prints what was found.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let gradebook = given.gradebook
    let verdict = try await gradebook.examine(expecting: try expectedHead())
    switch (given[Options.format], verdict) {
    case (.json, .sound(let head)):
      terminal.print(json: VerificationDocument(soundUpTo: head.description))
    case (.json, .broken(let flaw)):
      terminal.print(
        json: VerificationDocument(
          brokenAt: flaw.kind.rawValue, position: flaw.position, flaw.description))
    case (.text, .sound(let head)):
      terminal.print(
        "The gradebook \(gradebook) is as it was written: \(counted(Int(head.count), "event")).\n"
          + "Head: \(head)")
    case (.text, .broken(let flaw)):
      terminal.print("The gradebook \(gradebook) was changed. \(flaw)")
    }
    if case .broken = verdict { return .auditFailed }
    return .success
  }

  /// The head that was given, if one was.
  private func expectedHead() throws -> Head? {
    guard let text = given[Self.head] else { return nil }
    guard let head = Head(text) else {
      throw RegistrarError(
        .input,
        "“\(text.prefix(80))” is no head. Give the number and digest that an earlier verification "
          + "printed, joined by a colon.")
    }
    return head
  }
}
