import EventSourcing
import Gradebook
package import Grading
import PlainText
package import Registrar

/// A sitting of the final exam as text.
package struct ExamText {
  private let sitting: Registrar.ExamSitting
  private let style: Style
  private let width: Int

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - sitting: The sitting as its learner may see it.
  ///   - style: Coloured or not.
  ///   - width: The columns of the terminal; narrow ones down to 40 stay readable.
  package init(_ sitting: Registrar.ExamSitting, style: Style, width: Int) {
    self.sitting = sitting
    self.style = style
    self.width = max(width, 40)
  }

  /// Where the sitting stands, and every question in a line.
  package func overview() -> String {
    var lines = head
    for (index, entry) in sitting.questions.enumerated() {
      let id = entry.item.question.id.rawValue
      lines.append("  \(index + 1). \(id)  \(state(of: entry))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where the sitting stands, and every question in full, with what may be said of its answers.
  package func full() -> String {
    var blocks = [head.joined(separator: "\n")]
    for index in sitting.questions.indices { blocks.append(question(at: index)) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// One question in full, with what may be said of its last answer.
  package func question(at index: Int) -> String {
    let entry = sitting.questions[index]
    let text = QuestionText(
      entry.item.question, shown: entry.layout, style: style, width: width)
    let tries = sitting.tries(at: entry.item.question.id)
    var lines = [text.text(place: "Question \(index + 1) of \(sitting.questions.count)")]
    for attempt in tries.list {
      lines += paragraph(
        "You answered: \(attempt.answer.text(to: entry.item.question, shown: entry.layout))",
        indent: 0, width: width)
    }
    if let feedback = sitting.feedback(on: entry) {
      lines.append(text.text(feedback, after: tries, under: entry.policy))
    }
    return lines.joined(separator: "\n")
  }

  /// What is said right after an answer.
  package func answered(_ entry: ExamForm.Entry, _ feedback: AnswerFeedback) -> String {
    QuestionText(entry.item.question, shown: entry.layout, style: style, width: width)
      .text(feedback, after: sitting.tries(at: entry.item.question.id), under: entry.policy)
  }

  /// Who, and where the sitting stands.
  private var head: [String] {
    var lines = [
      style(.heading, "Final exam of \(sitting.name.printable) (\(sitting.taking))")
    ]
    let count = sitting.questions.count
    switch sitting.state.phase {
    case .notStarted: lines.append("Not started.")
    case .underWay:
      let open = sitting.questions.count { !sitting.isOver($0) }
      lines.append("Under way: \(open) of \(counted(count, "question")) still open.")
      if let endsAt = sitting.state.started?.endsAt {
        lines.append(
          sitting.takesAnswers
            ? "Answers are taken until \(endsAt.moment)."
            : style(.warning, "The time was up at \(endsAt.moment); no answer is taken any more."))
      }
    case .over:
      let score = sitting.state.finished?.score.value ?? .zero
      lines.append(count == 0 ? "Not taken." : "Over: \(score) = \(score.percentage) %.")
    }
    for reset in sitting.state.resets {
      lines += paragraph(
        "Sitting \(reset.sitting) was taken back on \(reset.at.moment) by \(reset.by): "
          + reset.reason, indent: 0, width: width)
    }
    return lines
  }

  /// Where a question stands, in a few words.
  private func state(of entry: ExamForm.Entry) -> String {
    let tries = sitting.tries(at: entry.item.question.id)
    guard !tries.list.isEmpty else { return sitting.takesAnswers ? "open" : "not tried" }
    let verdict = sitting.feedback(on: entry)?.verdict
    let words: String =
      switch verdict {
      case .right: "right"
      case .partlyRight: "partly right"
      case .wrong: "wrong"
      case nil: "answered"
      }
    let left = entry.policy.tries - tries.list.count
    return sitting.isOver(entry) ? words : "\(words), \(left == 1 ? "1 try" : "\(left) tries") left"
  }
}
