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
    let left = tries.areOver(under: policy) ? 0 : policy.tries - tries.list.count
    return text(
      feedback, isTried: !tries.list.isEmpty, lastShare: tries.list.last?.marked.value,
      triesLeft: left, nextCredit: left == 0 ? nil : policy.credit[tries.list.count])
  }

  /// What is said to a try.
  ///
  /// - Parameters:
  ///   - feedback: What is said.
  ///   - isTried: Whether there was a try at all.
  ///   - lastShare: The share that the last try deserves; needed only where the feedback says that it is right in part.
  ///   - triesLeft: How many tries are left.
  ///   - nextCredit: What the next one is worth.
  func text(
    _ feedback: AnswerFeedback, isTried: Bool, lastShare: Rational?, triesLeft: Int,
    nextCredit: Rational?
  ) -> String {
    var lines: [String] = []
    switch feedback.verdict {
    case .right: lines.append(style(.good, "Right."))
    case .partlyRight:
      lines.append(style(.warning, "Partly right: \((lastShare ?? .zero).percentage) %."))
    case .wrong: lines.append(style(.bad, "Wrong."))
    case nil: lines.append(isTried ? "Your answer is recorded." : "Not tried.")
    }
    for remark in feedback.remarks { lines += paragraph(remark, indent: 2, width: width) }
    if let solution = feedback.solution {
      let answer = solution.answer.text(to: question, shown: layout)
      lines += paragraph("Right answer: \(answer)", indent: 2, width: width)
      lines += paragraph("Why: \(solution.rationale)", indent: 2, width: width)
      lines += paragraph(
        "Sources: \(solution.sources.joined(separator: "; "))", indent: 2, width: width)
    }
    if triesLeft > 0, feedback.solution == nil {
      let value = nextCredit.map { $0 == .one ? "" : ", the next worth \($0.percentage) %" } ?? ""
      lines.append("\(triesLeft == 1 ? "1 try" : "\(triesLeft) tries") left\(value).")
    }
    return lines.joined(separator: "\n")
  }

  /// Options, items, both sides or blanks with their labels.
  private var choice: [String] {
    let (entries, right) = question.choices(shown: layout)
    return labelled(entries) + (right.isEmpty ? [] : ["", "  with"] + labelled(right))
  }

  /// Choices with their labels, one after another.
  private func labelled(_ choices: [Question.Choice]) -> [String] {
    choices.flatMap { choice in
      paragraph("\(choice.label)) \(choice.text)", indent: 2, hanging: 3, width: width)
    }
  }
}
