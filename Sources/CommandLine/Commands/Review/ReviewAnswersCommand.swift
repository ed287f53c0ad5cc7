import Arguments
import Foundation
import Grading
import Registrar
import Reports

/// `grader review answers`: answers the review questions in a file.
struct ReviewAnswersCommand: GraderCommand {
  private static let file = Positional(
    "file", .text, help: "The file: a line for each question, such as \"U2-1-R03: a, c\".")

  static let command = Command<any GraderCommand>(
    "answers",
    abstract: "Answer the questions in a file; all of it is checked before any counts.",
    discussion: "An answer that equals the last one to its question is passed over, so that a "
      + "file can be given again after an interruption. Empty lines and lines that begin with # "
      + "mean nothing.",
    arguments: [Options.learner, file, Options.gradebook, Options.format]
  ) { ReviewAnswersCommand(given: $0) }

  let given: Invocation

  /// Answers and prints what is said.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let learner = given[Options.learner]
    let answers = try answers()
    if answers.isEmpty {
      terminal.complain("\(given[Self.file]) holds no answer; nothing was stored.")
    }
    let answered = try await registrar.answerReviews(of: learner, answers, as: registrar.ownAct)
    guard given[Options.format] == .text else {
      terminal.print(json: ReviewDocument(answered.map(\.question), of: learner))
      return .success
    }
    for answered in answered {
      terminal.print("\(answered.question.item.question.id)")
      terminal.show(answered, as: given)
    }
    let after = try await registrar.reviewQuestions(of: learner)
    terminal.print(terminal.text(after, as: given).summary)
    return .success
  }

  /// What the file says.
  private func answers() throws -> [(question: QuestionID, text: String)] {
    let file = given[Self.file]
    guard let data = FileManager.default.contents(atPath: file), data.count <= 1 << 20 else {
      throw RegistrarError(
        .input, "\(file) cannot be read, or is larger than 1 MiB. Check the path.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw AnswerError("\(file) is not UTF-8. Save it as UTF-8; nothing was stored.")
    }
    return try AnswersFile(text, name: file).answers
  }
}
