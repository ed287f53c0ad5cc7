import Arguments
import Grading
import Registrar
import Reports

/// `grader review answer`: answers one review question.
struct ReviewAnswerCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "answer", abstract: "Answer one question.",
    arguments: [
      Options.learner, Options.question, Options.answer, Options.gradebook, Options.format,
    ]
  ) { ReviewAnswerCommand(given: $0) }

  let given: Invocation

  /// Answers and prints what is said to it.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let learner = given[Options.learner]
    let answered = try await registrar.answerReview(
      of: learner, question: QuestionID(rawValue: given[Options.question]),
      with: given[Options.answer], as: registrar.ownAct)
    switch given[Options.format] {
    case .json: terminal.print(json: ReviewDocument([answered.question], of: learner))
    case .text: terminal.show(answered, as: given)
    }
    return .success
  }
}
