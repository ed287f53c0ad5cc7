import Grading
import PlainText
package import Registrar

/// The review questions of a taking as text.
package struct ReviewText {
  private let questions: [Registrar.ReviewQuestion]
  private let style: Style
  private let width: Int

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - questions: The questions with the tries at them.
  ///   - style: Coloured or not.
  ///   - width: The columns of the terminal; narrow ones down to 40 stay readable.
  package init(_ questions: [Registrar.ReviewQuestion], style: Style, width: Int) {
    self.questions = questions
    self.style = style
    self.width = max(width, 40)
  }

  /// How many questions are open, in a sentence.
  package var summary: String {
    let open = questions.count { !$0.isOver }
    return "\(open) of \(counted(questions.count, "review question")) still open."
  }

  /// Every question in full, with what may be said of its answers.
  package func full() -> String {
    questions.indices.map { index in
      let question = questions[index]
      let said = question.feedback.map {
        text(of: question).text($0, after: question.tries, under: question.policy)
      }
      return ([self.question(at: index)] + (said.map { [$0] } ?? [])).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// Every question in a line.
  package func overview() -> String {
    var lines = [style(.heading, summary)]
    for question in questions {
      let tries = question.tries.list.count
      let state =
        tries == 0
        ? "not tried"
        : "\(question.tries.best.percentage) % after \(tries == 1 ? "1 try" : "\(tries) tries")"
      lines.append(
        "  \(question.item.question.id)  \(state)\(question.isOver ? "" : ", open")")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One question in full.
  package func question(at index: Int) -> String {
    let question = questions[index]
    return text(of: question).text(place: "Question \(index + 1) of \(questions.count)")
  }

  /// What is said right after an answer.
  package func answered(_ answered: Registrar.Answered) -> String {
    text(of: answered.question).text(
      answered.feedback, after: answered.question.tries, under: answered.question.policy)
  }

  /// The text of one question.
  private func text(of question: Registrar.ReviewQuestion) -> QuestionText {
    QuestionText(question.item.question, shown: question.layout, style: style, width: width)
  }
}
