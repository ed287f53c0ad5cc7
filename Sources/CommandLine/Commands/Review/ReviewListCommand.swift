import Arguments
import Registrar
import Reports

/// `grader review list`: shows the review questions.
struct ReviewListCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "list", abstract: "Show every question with what it has earned.",
    arguments: [
      Options.learner, Options.reviewedUnit, Options.isFull, Options.gradebook, Options.format,
    ]
  ) { ReviewListCommand(given: $0) }

  let given: Invocation

  /// Lists.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let learner = given[Options.learner]
    let questions = try await given.registrar().reviewQuestions(
      of: learner, unit: given[Options.reviewedUnit])
    switch given[Options.format] {
    case .json: terminal.print(json: ReviewDocument(questions, of: learner))
    case .text:
      let text = terminal.text(questions, as: given)
      terminal.print(given[Options.isFull] ? text.full() : text.overview())
    }
    return .success
  }
}
