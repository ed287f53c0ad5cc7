package import Grading
import PlainText

/// A question and what was said to its answers, as text.
package struct QuestionText {
  private let question: Question
  private let layout: QuestionLayout
  private let style: Style
  private let width: Int

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - layout: How it is shown.
  ///   - style: Coloured or not.
  ///   - width: The columns of the terminal; narrow ones down to 40 stay readable.
  package init(_ question: Question, shown layout: QuestionLayout, style: Style, width: Int) {
    self.question = question
    self.layout = layout
    self.style = style
    self.width = max(width, 40)
  }

  /// The question itself, in the order in which somebody hears or reads it: what is asked, the choice, how to answer.
  ///
  /// - Parameter place: Where it stands, such as `Question 3 of 30`.
  package func text(place: String) -> String {
    var lines = [style(.heading, "\(place), \(question.id.rawValue.printable)")]
    lines += paragraph(question.prompt, indent: 0, hanging: 0, width: width)
    lines.append("")
    lines += choice
    if !choice.isEmpty { lines.append("") }
    lines += paragraph(question.answerHelp, indent: 0, hanging: 0, width: width)
    return lines.joined(separator: "\n")
  }

  /// What is said to a try.
  ///
  /// - Parameters:
  ///   - feedback: What is said.
  ///   - tries: The tries so far.
  ///   - policy: How often the question may be tried.
  package func text(
    _ feedback: AnswerFeedback, after tries: Tries, under policy: TryPolicy
  ) -> String {
    var lines: [String] = []
    switch feedback.verdict {
    case .right: lines.append(style(.good, "Right."))
    case .partlyRight:
      let share = tries.list.last?.marked.value.percentage ?? "0.00"
      lines.append(style(.warning, "Partly right: \(share) %."))
    case .wrong: lines.append(style(.bad, "Wrong."))
    case nil: lines.append(tries.list.isEmpty ? "Not tried." : "Your answer is recorded.")
    }
    for remark in feedback.remarks { lines += paragraph(remark, indent: 2, width: width) }
    if let solution = feedback.solution {
      let answer = solution.answer.text(to: question, shown: layout)
      lines += paragraph("Right answer: \(answer)", indent: 2, width: width)
      lines += paragraph("Why: \(solution.rationale)", indent: 2, width: width)
      lines += paragraph(
        "Sources: \(solution.sources.joined(separator: "; "))", indent: 2, width: width)
    }
    if !tries.areOver(under: policy) && feedback.solution == nil {
      let left = policy.tries - tries.list.count
      let worth = policy.credit[tries.list.count]
      let value = worth == .one ? "" : ", the next worth \(worth.percentage) %"
      lines.append("\(left == 1 ? "1 try" : "\(left) tries") left\(value).")
    }
    return lines.joined(separator: "\n")
  }

  /// Options, items, both sides or blanks with their labels.
  private var choice: [String] {
    switch question.form {
    case .single(let entries), .multiple(let entries), .numeric(let entries):
      return labelled(entries, in: layout.entries, by: QuestionLayout.letter)
    case .ordering(let items): return labelled(items, in: layout.entries, by: QuestionLayout.number)
    case .matching(let left, let right):
      return labelled(left, in: layout.entries, by: QuestionLayout.letter) + ["", "  with"]
        + labelled(right, in: layout.right, by: QuestionLayout.number)
    case .text: return []
    }
  }

  /// Entries in the order of their identifiers, one after another.
  private func labelled(
    _ entries: [Question.Entry], in order: [String], by label: (Int) -> String
  ) -> [String] {
    order.enumerated().flatMap { index, id in
      let text = entries.first { $0.id == id }?.text ?? ""
      return paragraph("\(label(index))) \(text)", indent: 2, hanging: 3, width: width)
    }
  }
}
