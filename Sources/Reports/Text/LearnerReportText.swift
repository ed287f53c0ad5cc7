import Gradebook
import Grading
import PlainText
package import Registrar

/// Everything a learner is told about one taking, as text.
///
/// Questions that were never tried are counted and not printed: the kit has them.
package struct LearnerReportText {
  private let report: LearnerReport
  private let style: Style
  private let width: Int

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - style: Coloured or not.
  ///   - width: The columns of the terminal; narrow ones down to 40 stay readable.
  package init(_ report: LearnerReport, style: Style, width: Int) {
    self.report = report
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text.
  package func text() -> String {
    var blocks = [
      StandingText(report.standing, style: style, width: width).text().trimmingLineBreak,
      remaining.joined(separator: "\n"), style(.heading, "Case studies, behaviour by behaviour"),
    ]
    blocks += report.exercises.map { ExerciseText($0, style: style, width: width).text() }
    blocks += report.results.notices.map {
      style(.warning, $0.wrapped(to: width).joined(separator: "\n"))
    }
    blocks += questions("Review questions", report.review)
    if !report.lostReview.isEmpty {
      let ids = report.lostReview.map(\.rawValue).joined(separator: ", ")
      blocks.append(
        paragraph(
          "No longer in the course's files, and what they earned stays: \(ids).", indent: 0,
          hanging: 0, width: width
        ).joined(separator: "\n"))
    }
    if report.exam.isEmpty {
      let words = paragraph(report.examWords, indent: 2, hanging: 0, width: width)
      blocks.append(([style(.heading, "Final exam")] + words).joined(separator: "\n"))
    } else {
      blocks += questions("Final exam", report.exam)
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// What remains to pass.
  private var remaining: [String] {
    let words = report.outlookWords
    var lines = [style(.heading, "What remains to pass")]
    lines += paragraph(words.summary, indent: 2, hanging: 0, width: width)
    for (part, gain, need) in words.parts {
      lines += paragraph(
        "\(part.part.kind.title): \(gain) more at most. \(need)", indent: 2, width: width)
    }
    return lines
  }

  /// The questions that were tried, or have something to be said of, each with it.
  private func questions(_ title: String, _ questions: [LearnerReport.Question]) -> [String] {
    let told = questions.filter { !$0.answers.isEmpty || $0.feedback != nil }
    let untold = questions.count - told.count
    let count =
      untold == 0
      ? counted(questions.count, "question") : "\(untold) of \(questions.count) not tried"
    return [style(.heading, "\(title): \(count)")] + told.map(text)
  }

  /// One question.
  private func text(of question: LearnerReport.Question) -> String {
    var lines = [style(.heading, question.question.id.rawValue.printable)]
    lines += paragraph(question.question.prompt, indent: 0, hanging: 0, width: width)
    for answer in question.answers {
      lines += paragraph("You answered: \(answer)", indent: 2, width: width)
    }
    if let feedback = question.feedback {
      lines.append(
        QuestionText(question.question, shown: question.layout, style: style, width: width).text(
          feedback, isTried: !question.answers.isEmpty, lastShare: question.lastShare,
          triesLeft: question.triesLeft, nextCredit: question.nextCredit))
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The text without the line break at its end.
  fileprivate var trimmingLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
