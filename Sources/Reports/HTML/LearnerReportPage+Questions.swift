import Foundation
import Gradebook
import Grading
import Markup
import PlainText
import Registrar

extension LearnerReportPage {
  /// The review questions by bullet.
  var review: String {
    let questions = report.review
    let tried = questions.count { !$0.answers.isEmpty }
    var parts = [
      "<p>\(report.standing.reviewScore.percentage) % earned, \(tried) of "
        + "\(counted(questions.count, "question")) tried.</p>"
    ]
    for bullet in report.bullets {
      let own = questions.filter { $0.question.bullet == bullet.id }
      guard !own.isEmpty else { continue }
      let id = "review-\(bullet.id.rawValue.html)"
      parts.append(
        """
        <section aria-labelledby="\(id)">
        <h3 id="\(id)">\(bullet.id.rawValue.html) \(bullet.title.html)</h3>
        \(list(own, untried: "Not tried yet"))
        </section>
        """)
    }
    if !report.lostReview.isEmpty {
      let ids = report.lostReview.map(\.rawValue.html).joined(separator: ", ")
      parts.append(
        "<p class=\"facts\">No longer in the course's files, and what they earned stays: \(ids).</p>"
      )
    }
    return section("review", "Review questions", parts)
  }

  /// The final exam, in the order in which its questions are put.
  var exam: String {
    let resets = report.standing.exam.resets.map { reset in
      "<p class=\"facts\">Sitting \(reset.sitting) was taken back on \(reset.at.moment) by "
        + "\(reset.by.html): \(reset.reason.html)</p>"
    }
    let isOpen = report.examTakesAnswers
    return section(
      "exam", "Final exam",
      ["<p>\(report.examWords.html)</p>"] + resets
        + [list(report.exam, untried: isOpen ? "Not tried yet" : "Not tried")])
  }

  /// Some questions: those that were tried or of which something is said, then the names of the others.
  private func list(_ questions: [LearnerReport.Question], untried: String) -> String {
    let told = questions.filter { !$0.answers.isEmpty || $0.feedback != nil }
    let others = questions.filter { $0.answers.isEmpty && $0.feedback == nil }
    var parts = told.map(html)
    if !others.isEmpty {
      let ids = others.map(\.question.id.rawValue.html).joined(separator: ", ")
      parts.append("<p class=\"facts\">\(untried): \(ids)</p>")
    }
    return parts.joined(separator: "\n")
  }

  /// One question, folded to how it stands and what it asks.
  private func html(_ question: LearnerReport.Question) -> String {
    let (sign, role) = question.state.sign
    let choices = question.question.choices(shown: question.layout)
    var parts = [
      """
      <summary><span class="sign \(role)" aria-hidden="true">\(sign)</span>\
      <strong>\(question.question.id.rawValue.html)</strong> <span class="\(role)">\
      \(question.stateWords.html)</span> <span class="prompt">\(question.question.prompt.htmlWithCode)\
      </span><span class="more">Answers and feedback</span></summary>
      """, list(choices.entries, of: question),
    ]
    if !choices.right.isEmpty { parts += ["<p>with</p>", list(choices.right, of: nil)] }
    var notes = question.answers.enumerated().map { index, answer in
      (question.answers.count == 1 ? "Your answer" : "Try \(index + 1)", answer.html)
    }
    if let feedback = question.feedback {
      notes += feedback.remarks.map { ("Feedback", $0.htmlWithCode) }
      if let solution = feedback.solution {
        let answer = solution.answer.text(to: question.question, shown: question.layout)
        notes += [("Right answer", answer.html), ("Why", solution.rationale.htmlWithCode)]
        notes.append(("Sources", solution.sources.map(\.html).joined(separator: "; ")))
      }
    }
    let rows = notes.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
    parts.append("<dl class=\"notes\">\n\(rows.joined(separator: "\n"))\n</dl>")
    return """
      <details class="card question">
      \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
      </details>
      """
  }

  /// Options, items, sides or blanks; of options it is said which were chosen last and, where it may be, which are right.
  private func list(_ choices: [Question.Choice], of question: LearnerReport.Question?) -> String {
    guard !choices.isEmpty else { return "" }
    let (chosen, right) = question.map { ($0.lastLabels, $0.rightLabels) } ?? ([], [])
    let entries = choices.map { choice in
      var tags = chosen.contains(choice.label) ? " <em class=\"soft\">your answer</em>" : ""
      if right.contains(choice.label) { tags += " <strong class=\"good\">right</strong>" }
      return "<li><b>\(choice.label)</b> \(choice.text.htmlWithCode)\(tags)</li>"
    }
    return "<ul class=\"choices\">\n\(entries.joined(separator: "\n"))\n</ul>"
  }
}

extension LearnerReport.Question.State {
  /// A sign for those who see it, and the role of the words beside it.
  fileprivate var sign: (String, role: String) {
    switch self {
    case .right: ("✓", "good")
    case .partlyRight: ("◐", "warn")
    case .wrong: ("✗", "bad")
    case .answered: ("●", "soft")
    case .notTried: ("○", "soft")
    }
  }
}

extension LearnerReport.Question {
  /// The labels of the options that were chosen last; none where no options are chosen.
  fileprivate var lastLabels: Set<String> { labels(in: answers.last) }

  /// The labels of the right options, where they may be told.
  fileprivate var rightLabels: Set<String> {
    labels(in: feedback?.solution.map { $0.answer.text(to: question, shown: layout) })
  }

  /// The labels in an answer that chooses options.
  private func labels(in answer: String?) -> Set<String> {
    switch question.form {
    case .single, .multiple: Set(answer?.components(separatedBy: ", ") ?? [])
    case .ordering, .matching, .numeric, .text: []
    }
  }
}
