import Arguments
import Grading
import Registrar
import Reports

/// `grader exam answer`: answers one question of the exam.
struct ExamAnswerCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "answer", abstract: "Answer one question; the answer is stored before anything is said.",
    arguments: [
      Options.learner, Options.question, Options.answer, Options.gradebook, Options.format,
    ]
  ) { ExamAnswerCommand(given: $0) }

  let given: Invocation

  /// Answers and prints what is said to it.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let (entry, feedback, sitting) = try await registrar.answerExam(
      of: given[Options.learner], question: QuestionID(rawValue: given[Options.question]),
      with: given[Options.answer], as: registrar.ownAct)
    switch given[Options.format] {
    case .json: terminal.print(json: ExamDocument(sitting))
    case .text: terminal.print(terminal.text(sitting, as: given).answered(entry, feedback))
    }
    return .success
  }
}
