import Foundation
import Grading
import Registrar
import Reports

/// `grader review …`.
struct ReviewCommand {
  private let request: ReviewRequest
  private let learner: String
  private let options: GradebookOptions
  private let terminal = Terminal()

  /// Takes the request.
  init(_ request: ReviewRequest, learner: String, _ options: GradebookOptions) {
    self.request = request
    self.learner = learner
    self.options = options
  }

  /// Does what was asked and prints.
  func run() async throws -> ExitCode {
    let registrar = try GradebookSession(options).registrar
    switch request {
    case .practise(let unit): try await practise(unit, with: registrar)
    case .list(let unit, let isFull):
      let questions = try await registrar.reviewQuestions(of: learner, unit: unit)
      guard options.format == .text else {
        terminal.print(json: ReviewDocument(questions, of: learner))
        break
      }
      terminal.print(isFull ? text(questions).full() : text(questions).overview())
    case .answer(let question, let answer):
      let answered = try await registrar.answerReview(
        of: learner, question: QuestionID(rawValue: question), with: answer)
      show(answered)
    case .answers(let file): try await answer(file, with: registrar)
    }
    return .success
  }

  /// Goes through the open questions.
  private func practise(_ unit: String?, with registrar: Registrar) async throws {
    let dialogue = Dialogue(terminal: terminal)
    Interruption.explainWhenInterrupted(
      "Every answer that was given is kept; `grader review practise \(learner)` goes on.")
    let questions = try await registrar.reviewQuestions(of: learner, unit: unit)
    terminal.print(
      wrapped: "\(text(questions).summary) Empty line: next question. :quit stops; go on any time.")
    terminal.print("")
    questions: for (index, question) in questions.enumerated() where !question.isOver {
      terminal.print(text(questions).question(at: index))
      while true {
        switch dialogue.ask("Your answer:") {
        case .quit, .finish: break questions
        case .skip: continue questions
        case .answer(let answer):
          do {
            let answered = try await registrar.answerReview(
              of: learner, question: question.item.question.id, with: answer)
            show(answered)
            if answered.question.isOver { continue questions }
          } catch let error as AnswerError {
            terminal.print(error.description)
          }
        }
      }
    }
    let after = try await registrar.reviewQuestions(of: learner, unit: unit)
    terminal.print(text(after).summary)
  }

  /// Answers what a file says.
  private func answer(_ file: String, with registrar: Registrar) async throws {
    guard let data = FileManager.default.contents(atPath: file), data.count <= 1 << 20 else {
      throw RegistrarError(
        .input, "\(file) cannot be read, or is larger than 1 MiB. Check the path.")
    }
    let answers = try AnswersFile(String(decoding: data, as: UTF8.self), name: file).answers
    let answered = try await registrar.answerReviews(of: learner, answers)
    guard options.format == .text else {
      return terminal.print(json: ReviewDocument(answered.map(\.question), of: learner))
    }
    for answered in answered {
      terminal.print("\(answered.question.item.question.id)")
      show(answered)
    }
    terminal.print(text(try await registrar.reviewQuestions(of: learner)).summary)
  }

  /// Prints what is said to an answer.
  private func show(_ answered: Registrar.Answered) {
    switch options.format {
    case .json: terminal.print(json: ReviewDocument([answered.question], of: learner))
    case .text: terminal.print(text([answered.question]).answered(answered) + "\n")
    }
  }

  /// The text of some questions.
  private func text(_ questions: [Registrar.ReviewQuestion]) -> ReviewText {
    ReviewText(
      questions, style: Style(isColoured: terminal.isColoured(options.color)),
      width: terminal.width)
  }
}
