import Gradebook
import Grading
import Registrar
import Reports

/// `grader exam …`.
struct ExamCommand {
  private let request: ExamRequest
  private let learner: String
  private let options: GradebookOptions
  private let terminal = Terminal()

  /// Takes the request.
  init(_ request: ExamRequest, learner: String, _ options: GradebookOptions) {
    self.request = request
    self.learner = learner
    self.options = options
  }

  /// Does what was asked and prints.
  func run() async throws -> ExitCode {
    let registrar = try GradebookSession(options).registrar
    switch request {
    case .start:
      let (sitting, isNew) = try await registrar.startExam(of: learner)
      if !isNew { terminal.complain("The sitting is under way already; it goes on.") }
      show(sitting, isFull: true)
    case .sit: try await sit(with: registrar)
    case .answer(let question, let answer):
      let (entry, feedback, sitting) = try await registrar.answerExam(
        of: learner, question: QuestionID(rawValue: question), with: answer)
      switch options.format {
      case .json: terminal.print(json: ExamDocument(sitting))
      case .text: terminal.print(text(sitting).answered(entry, feedback))
      }
    case .status(let isFull): show(try await registrar.exam(of: learner), isFull: isFull)
    case .finish: show(try await registrar.finishExam(of: learner), isFull: false)
    case .reset(let by, let reason):
      show(try await registrar.resetExam(of: learner, by: by, reason: reason), isFull: false)
    }
    return .success
  }

  /// Goes through the open questions, again and again until somebody stops or finishes.
  private func sit(with registrar: Registrar) async throws {
    let dialogue = Dialogue(terminal: terminal)
    Interruption.explainWhenInterrupted(
      "Every answer that was given is kept; `grader exam sit \(learner)` goes on.")
    var sitting = try await registrar.startExam(of: learner).sitting
    terminal.print(text(sitting).overview())
    terminal.print(
      wrapped: "Empty line: next question. :quit stops for now, :finish ends the exam for good.")
    terminal.print("")
    while sitting.takesAnswers {
      for (index, entry) in sitting.questions.enumerated() where !sitting.isOver(entry) {
        terminal.print(text(sitting).question(at: index))
        switch try await put(entry, dialogue, registrar, &sitting) {
        case .quit: return terminal.print("Stopped. `grader exam sit \(learner)` goes on.")
        case .finish: return try await finish(dialogue, registrar)
        case .skip, .answer: break
        }
        if !sitting.takesAnswers { break }
      }
      guard sitting.questions.contains(where: { !sitting.isOver($0) }) else { break }
      terminal.print(text(sitting).overview())
    }
    terminal.print(
      sitting.takesAnswers
        ? "Every question is answered." : "No answer is taken any more.")
    try await finish(dialogue, registrar)
  }

  /// Puts one question until it is over or passed by.
  private func put(
    _ entry: ExamForm.Entry, _ dialogue: Dialogue, _ registrar: Registrar,
    _ sitting: inout Registrar.ExamSitting
  ) async throws -> Dialogue.Line {
    while true {
      let line = dialogue.ask("Your answer:")
      guard case .answer(let answer) = line else { return line }
      do {
        let (_, feedback, after) = try await registrar.answerExam(
          of: learner, question: entry.item.question.id, with: answer)
        sitting = after
        terminal.print(text(sitting).answered(entry, feedback) + "\n")
        if sitting.isOver(entry) { return .skip }
      } catch let error as AnswerError {
        terminal.print(error.description)
      } catch let error as RegistrarError where error.kind == .refused {
        // Answered or ended elsewhere meanwhile, or the time is up.
        terminal.print(error.description)
        sitting = try await registrar.exam(of: learner)
        return .skip
      }
    }
  }

  /// Ends the exam after somebody has said so twice.
  private func finish(_ dialogue: Dialogue, _ registrar: Registrar) async throws {
    let line = dialogue.ask("The exam is sat once. Type finish to end it for good:")
    guard line == .finish || line == .answer("finish") else {
      return terminal.print("Not finished. `grader exam sit \(learner)` goes on.")
    }
    show(try await registrar.finishExam(of: learner), isFull: false)
  }

  /// Prints where a sitting stands.
  private func show(_ sitting: Registrar.ExamSitting, isFull: Bool) {
    switch options.format {
    case .json: terminal.print(json: ExamDocument(sitting))
    case .text: terminal.print(isFull ? text(sitting).full() : text(sitting).overview())
    }
  }

  /// The text of a sitting.
  private func text(_ sitting: Registrar.ExamSitting) -> ExamText {
    ExamText(
      sitting, style: Style(isColoured: terminal.isColoured(options.color)), width: terminal.width)
  }
}
