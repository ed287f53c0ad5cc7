import Arguments
import Assessment
import QuestionBanks
import Reports

/// `grader questions check`: checks both question banks.
struct QuestionsCheckCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "check", abstract: "Check both question banks, and compute what a blind guesser gets.",
    discussion:
      "Errors are contradictions and gaps, such as a number that its computation does "
      + "not give; they end the check with 3. Warnings are broken rules of item writing, for a "
      + "person to judge.",
    arguments: [Options.format]
  ) { QuestionsCheckCommand(given: $0) }

  let given: Invocation

  /// Checks and prints.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let course = try given.gradingSession().course
    let check = BankCheck(
      review: try course.reviewBank(), pool: try course.examPool(), scheme: course.scheme)
    switch given[Options.format] {
    case .json: terminal.print(json: BankCheckDocument(check))
    case .text:
      terminal.print(
        BankCheckText(check, style: terminal.style(given), width: terminal.width).text())
    }
    return check.passes ? .success : .auditFailed
  }
}
