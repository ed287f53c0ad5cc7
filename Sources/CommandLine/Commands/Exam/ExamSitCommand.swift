import Arguments
import Grading
import Registrar
import Reports

/// `grader exam sit`: goes through the open questions, again and again until somebody stops or finishes.
struct ExamSitCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "sit", abstract: "Start or go on, and go through the open questions one after another.",
    arguments: [Options.learner, Options.gradebook]
  ) { ExamSitCommand(given: $0) }

  let given: Invocation

  /// Starts or goes on.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let registrar = try given.registrar()
    let learner = given[Options.learner]
    let dialogue = Dialogue(terminal: terminal)
    Interruption.explainWhenInterrupted(
      "Every answer that was given is kept; `grader exam sit \(learner)` goes on.")
    var sitting = try await registrar.startExam(of: learner, as: registrar.ownAct).sitting
    terminal.print(terminal.text(sitting, as: given).overview())
    terminal.print(
      wrapped: "Empty line: next question. :quit stops for now, :finish ends the exam for good.")
    terminal.print("")
    while sitting.takesAnswers {
      for (index, entry) in sitting.questions.enumerated() where !sitting.isOver(entry) {
        terminal.print(terminal.text(sitting, as: given).question(at: index))
        switch try await put(entry, dialogue, registrar, &sitting) {
        case .quit:
          terminal.print("Stopped. `grader exam sit \(learner)` goes on.")
          return .success
        case .finish: return try await finish(dialogue, registrar)
        case .skip, .answer: break
        }
        if !sitting.takesAnswers { break }
      }
      guard sitting.questions.contains(where: { !sitting.isOver($0) }) else { break }
      terminal.print(terminal.text(sitting, as: given).overview())
    }
    terminal.print(
      sitting.takesAnswers ? "Every question is answered." : "No answer is taken any more.")
    return try await finish(dialogue, registrar)
  }

  /// Puts one question until it is over or passed by.
  private func put(
    _ entry: ExamForm.Entry, _ dialogue: Dialogue, _ registrar: Registrar,
    _ sitting: inout Registrar.ExamSitting
  ) async throws -> Dialogue.Line {
    let (terminal, learner) = (dialogue.terminal, given[Options.learner])
    while true {
      let line = dialogue.ask("Your answer:")
      guard case .answer(let answer) = line else { return line }
      do {
        let (_, feedback, after) = try await registrar.answerExam(
          of: learner, question: entry.item.question.id, with: answer, as: registrar.ownAct)
        sitting = after
        terminal.print(terminal.text(sitting, as: given).answered(entry, feedback) + "\n")
        if sitting.isOver(entry) { return .skip }
      } catch let error as AnswerError {
        terminal.print(error.words)
      } catch let error as RegistrarError where error.kind == .refused {
        // Answered or ended elsewhere meanwhile, or the time is up.
        terminal.print(error.words)
        sitting = try await registrar.exam(of: learner)
        return .skip
      }
    }
  }

  /// Ends the exam after somebody has said so twice.
  private func finish(_ dialogue: Dialogue, _ registrar: Registrar) async throws -> ExitCode {
    let (terminal, learner) = (dialogue.terminal, given[Options.learner])
    let line = dialogue.ask("The exam is sat once. Type finish to end it for good:")
    guard line == .finish || line == .answer("finish") else {
      terminal.print("Not finished. `grader exam sit \(learner)` goes on.")
      return .success
    }
    let sitting = try await registrar.finishExam(of: learner, as: registrar.ownAct)
    terminal.print(terminal.text(sitting, as: given).overview())
    return .success
  }
}
