import EventSourcing
import Grading
import Registrar

/// One question in a document: as it is shown, with what was answered and what may be said to it.
///
/// ```text
/// { "id", "bullet", "type", "prompt", "entries": [ { "label", "text" } ], "right": [ { "label", "text" } ],
///   "howToAnswer", "tries": [ answer ], "triesLeft": number, "isOver", "verdict": "right" | "partlyRight" | "wrong",
///   "remarks": [text], "solution": { "answer", "rationale", "sources": [text] } }
/// ```
///
/// Answers are in the labels of `entries` and `right`. Members that do not apply, or that may not be said, are left out.
struct QuestionEntry: Encodable {
  private let id: String
  private let bullet: String
  private let type: String
  private let prompt: String
  private let entries: [Choice]
  private let right: [Choice]
  private let howToAnswer: String
  private let tries: [String]
  private let triesLeft: Int
  private let isOver: Bool
  private let verdict: AnswerFeedback.Verdict?
  private let remarks: [String]?
  private let solution: Solution?

  /// Puts a question into the entry.
  init(
    _ question: Question, shown layout: QuestionLayout, tries: Tries, policy: TryPolicy,
    isOver: Bool, feedback: AnswerFeedback?
  ) {
    self.init(
      question, shown: layout,
      answers: tries.list.map { $0.answer.text(to: question, shown: layout) },
      triesLeft: isOver ? 0 : policy.tries - tries.list.count, isOver: isOver, feedback: feedback)
  }

  /// Puts a question of a report into the entry.
  init(_ question: LearnerReport.Question) {
    self.init(
      question.question, shown: question.layout, answers: question.answers,
      triesLeft: question.triesLeft, isOver: question.isOver, feedback: question.feedback)
  }

  /// Puts a question into the entry, with its answers in the labels of the layout.
  private init(
    _ question: Question, shown layout: QuestionLayout, answers: [String], triesLeft: Int,
    isOver: Bool, feedback: AnswerFeedback?
  ) {
    id = question.id.rawValue
    bullet = question.bullet.rawValue
    type = question.kind.rawValue
    prompt = question.prompt
    howToAnswer = question.answerHelp
    let choices = question.choices(shown: layout)
    entries = choices.entries.map(Choice.init)
    right = choices.right.map(Choice.init)
    tries = answers
    self.triesLeft = triesLeft
    self.isOver = isOver
    verdict = feedback?.verdict
    remarks = feedback.map(\.remarks).flatMap { $0.isEmpty ? nil : $0 }
    solution = feedback?.solution.map {
      Solution(
        answer: $0.answer.text(to: question, shown: layout), rationale: $0.rationale,
        sources: $0.sources)
    }
  }

  /// One option, item, blank or side.
  private struct Choice: Encodable {
    var label: String
    var text: String

    init(_ choice: Question.Choice) {
      label = choice.label
      text = choice.text
    }
  }

  /// The right answer and why.
  private struct Solution: Encodable {
    var answer: String
    var rationale: String
    var sources: [String]
  }
}
