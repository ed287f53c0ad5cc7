package import Grading
import PlainText

/// The results of a class as text, one fact per line, readable from top to bottom without colour.
package struct ResultsText {
  private let result: ClassResult
  private let style: Style
  private let width: Int

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - result: The results.
  ///   - style: Coloured or not.
  ///   - width: The columns of the terminal; narrow ones down to 40 stay readable.
  package init(_ result: ClassResult, style: Style, width: Int) {
    self.result = result
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text.
  package func text() -> String {
    var blocks = result.learners.map(text)
    if result.learners.count > 1 { blocks.append(summary()) }
    if let notice = result.isolationNotice {
      blocks.append(style(.warning, notice.wrapped(to: width).joined(separator: "\n")))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// One learner.
  private func text(_ learner: LearnerResult) -> String {
    var blocks = [style(.heading, "Learner: \(learner.learner.printable)")]
    blocks += learner.exercises.map { exercise in
      let weight = result.weights[exercise.exercise] ?? 0
      return ExerciseText(
        ReportedExercise(exercise, weight: weight), style: style, width: width
      ).text()
    }
    blocks.append(scoreLine(learner))
    return blocks.joined(separator: "\n\n")
  }

  /// The learner's score over all case studies.
  private func scoreLine(_ learner: LearnerResult) -> String {
    let label = result.isPartial ? "Score of these exercises" : "Case-study score"
    guard let score = learner.caseStudyScore(weights: result.weights) else {
      let reason =
        hasWeight(learner) ? "because of a grader fault" : "because nothing graded has a weight"
      return style(.warning, "\(label): none, \(reason).")
    }
    return style(.heading, "\(label): \(score.percentage) %")
  }

  /// Whether any of a learner's exercises counts.
  private func hasWeight(_ learner: LearnerResult) -> Bool {
    learner.exercises.contains { result.weights[$0.exercise, default: 0] > 0 }
  }

  /// The scores of a class, one learner a line, and who needs a human.
  private func summary() -> String {
    var lines = [style(.heading, "Class: \(counted(result.learners.count, "learner"))")]
    let names = result.learners.map(\.learner.printable)
    let longest = names.map(\.count).max() ?? 0
    for (learner, name) in zip(result.learners, names) {
      let name = name + String(repeating: " ", count: longest - name.count)
      let score = learner.caseStudyScore(weights: result.weights).map { "\($0.percentage) %" }
      let none = hasWeight(learner) ? "no score: grader fault" : "no score: nothing has a weight"
      lines.append("  \(name)  \(score ?? none)")
    }
    let concerns = ConcernsText(result.concerns, style: style, width: width).lines()
    if !concerns.isEmpty { lines += [""] + concerns }
    return lines.joined(separator: "\n")
  }
}
