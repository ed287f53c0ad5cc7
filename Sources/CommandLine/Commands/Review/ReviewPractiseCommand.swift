import Arguments
import Grading
import Registrar
import Reports

/// `grader review practise`: goes through the open questions.
struct ReviewPractiseCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "practise", abstract: "Go through the open questions, one after another; resume any time.",
    arguments: [Options.learner, Options.reviewedUnit, Options.gradebook]
  ) { ReviewPractiseCommand(given: $0) }

  let given: Invocation

  /// Asks until somebody stops or nothing is open.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let learner = given[Options.learner]
    let unit = given[Options.reviewedUnit]
    let dialogue = Dialogue(terminal: terminal)
    Interruption.explainWhenInterrupted(
      "Every answer that was given is kept; `grader review practise \(learner)` goes on.")
    let questions = try await registrar.reviewQuestions(of: learner, unit: unit)
    let text = terminal.text(questions, as: given)
    terminal.print(
      wrapped: "\(text.summary) Empty line: next question. :quit stops; go on any time.")
    terminal.print("")
    for (index, question) in questions.enumerated() where !question.isOver {
      terminal.print(text.question(at: index))
      let line = try await put(question, dialogue, registrar)
      if line == .quit || line == .finish { break }
    }
    let after = try await registrar.reviewQuestions(of: learner, unit: unit)
    terminal.print(terminal.text(after, as: given).summary)
    return .success
  }

  /// Puts one question until it is over or passed by.
  private func put(
    _ question: Registrar.ReviewQuestion, _ dialogue: Dialogue, _ registrar: Registrar
  ) async throws -> Dialogue.Line {
    while true {
      let line = dialogue.ask("Your answer:")
      guard case .answer(let answer) = line else { return line }
      do {
        let answered = try await registrar.answerReview(
          of: given[Options.learner], question: question.item.question.id, with: answer,
          as: registrar.ownAct)
        dialogue.terminal.show(answered, as: given)
        if answered.question.isOver { return .skip }
      } catch let error as AnswerError {
        dialogue.terminal.print(error.words)
      }
    }
  }
}
