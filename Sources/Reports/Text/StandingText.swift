import EventSourcing
package import Gradebook
import Grading
import PlainText

/// Where a taking stands, as text: every part with what it is made of, and the sum.
package struct StandingText {
  private let standing: Standing
  private let style: Style
  private let width: Int

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - standing: Where the taking stands.
  ///   - style: Coloured or not.
  ///   - width: The columns of the terminal; narrow ones down to 40 stay readable.
  package init(_ standing: Standing, style: Style, width: Int) {
    self.standing = standing
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text.
  package func text() -> String {
    let blocks = [head, reviewQuestions, caseStudies, finalExam, derivation, verdict]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Who, which taking, under what.
  private var head: [String] {
    var lines = [
      style(
        .heading,
        "\(standing.name.printable) (\(standing.taking.learner)), taking \(standing.taking.number)")
    ]
    lines += wrapped(
      "Marked under the grading.json that was in force when it began, "
        + "\(standing.schemeDigest.prefix(12)).")
    if let closed = standing.closed {
      lines += wrapped("Closed on \(closed.at.moment): \(closed.reason)")
    }
    return lines
  }

  /// The review questions.
  private var reviewQuestions: [String] {
    let tried = standing.review.count { !$0.tries.list.isEmpty }
    let right = standing.review.count { $0.tries.best == .one }
    return [
      heading("Review questions", standing.reviewScore),
      "  \(tried) of \(counted(standing.review.count, "question")) tried, \(right) with full credit",
    ]
  }

  /// The case studies, an exercise a line.
  private var caseStudies: [String] {
    let longest = standing.exercises.map(\.name.count).max() ?? 0
    var lines = [heading("Case studies", standing.caseStudyScore)]
    for exercise in standing.exercises {
      let name = exercise.name + String(repeating: " ", count: longest - exercise.name.count)
      var line = "  \(name)  weight \(exercise.weight)  "
      if let counted = exercise.counted {
        line += "\(counted.earned)/\(counted.points) = \(counted.score.percentage) %"
        if counted.isolation.level == .unconfined { line += ", not isolated" }
      } else {
        line += exercise.submissions == 0 ? "not handed in" : "not graded yet"
      }
      lines.append(line)
      for pending in exercise.pending {
        let why = pending.failure.map { "grading it broke: \($0)" } ?? "waits to be graded"
        lines += paragraph(
          "Submission \(pending.digest.prefix(12)) \(why.sentence) This costs nothing; `grader regrade "
            + "--apply` tries again.", indent: 4, width: width)
      }
    }
    return lines
  }

  /// The final exam.
  private var finalExam: [String] {
    var lines = [heading("Final exam", standing.exam.score)]
    switch standing.exam.phase {
    case .notStarted: lines.append("  not started")
    case .underWay:
      lines += paragraph(
        "under way, \(standing.exam.tried) of \(counted(standing.exam.questions, "question")) tried; "
          + "counts once it is finished", indent: 2, width: width)
    case .over:
      lines.append(
        standing.exam.questions == 0
          ? "  not taken"
          : "  over, \(standing.exam.tried) of \(counted(standing.exam.questions, "question")) tried"
      )
    }
    for reset in standing.exam.resets {
      lines += paragraph(
        "Sitting \(reset.sitting) was taken back on \(reset.at.moment) by \(reset.by): "
          + reset.reason, indent: 2, width: width)
    }
    return lines
  }

  /// The sum, exactly.
  private var derivation: [String] {
    let mark = standing.mark
    var lines = [style(.heading, "Mark")]
    for part in mark.parts {
      lines += paragraph(
        "\(part.weight)/100 of \(part.score) = \(part.contribution)", indent: 2, width: width)
    }
    lines += paragraph("Sum \(mark.total) = \(mark.total.percentage) %", indent: 2, width: width)
    return lines
  }

  /// Whether it is a pass.
  private var verdict: [String] {
    let mark = standing.mark
    let pass = Rational(mark.passMark, over: 100)
    guard !mark.isPass else {
      let text =
        standing.exam.phase == .over
        ? "Passed: the mark reaches \(mark.passMark) %."
        : "The mark reaches \(mark.passMark) %; the final exam is not over yet."
      return [style(.good, text)]
    }
    let missing = pass - mark.total
    let text =
      standing.closed == nil && standing.exam.phase != .over
      ? "Not passed yet: \(mark.passMark) % pass, \(missing.percentageUp) % are missing."
      : "Not passed: \(mark.passMark) % pass, \(missing.percentageUp) % are missing."
    return [style(.bad, text)]
  }

  /// The name of a part with its score.
  private func heading(_ name: String, _ score: Rational) -> String {
    style(.heading, "\(name): \(score.percentage) %")
  }

  /// A text broken into lines.
  private func wrapped(_ text: String) -> [String] {
    paragraph(text, indent: 0, hanging: 2, width: width)
  }
}
