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
    if let notice = isolationNotice { blocks.append(notice) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// What must be said loudly when learners' code was not isolated.
  private var isolationNotice: String? {
    guard result.isolation == "none" else { return nil }
    let notice =
      "ISOLATION: none. The code ran outside of a jail, as your own user; "
      + "do not rely on these marks for code you do not trust."
      + (result.isBelowMinimumIsolation ? " They do not count for a certificate." : "")
    return style(.warning, notice.wrapped(to: width).joined(separator: "\n"))
  }

  /// One learner.
  private func text(_ learner: LearnerResult) -> String {
    var blocks = [style(.heading, "Learner: \(learner.learner.printable)")]
    blocks += learner.exercises.map(text)
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

  /// One exercise with its behaviours.
  private func text(_ exercise: ExerciseResult) -> String {
    var head = "\(exercise.exercise): \(exercise.earned) of \(counted(exercise.points, "point"))"
    if let score = exercise.score { head += ", \(score.percentage) %" }
    var lines = [style(.heading, head)]
    switch exercise.outcome {
    case .graded: lines += exercise.behaviours.flatMap(lines(of:))
    case .notHandedIn: lines.append("  " + style(.bad, "Not handed in."))
    case .refused: lines.append("  " + style(.bad, "Refused; nothing was compiled."))
    case .notBuilt: lines.append("  " + style(.bad, "Does not build; nothing was run."))
    case .graderFault:
      lines.append(
        "  " + style(.warning, "Internal error. The grader broke; this costs the learner nothing."))
    }
    for message in exercise.outcome.messages {
      lines += message.split(separator: "\n").map { "    \(String($0).printable)" }
    }
    return lines.joined(separator: "\n")
  }

  /// One behaviour: a line, and below it what helps when it did not pass.
  private func lines(of result: BehaviourResult) -> [String] {
    let word = word(for: result.verdict)
    let role: Style.Role =
      result.verdict.isPassed ? .good : result.verdict.isGraderFault ? .warning : .bad
    let behaviour = result.behaviour
    let head =
      "\(word) \(behaviour.id) (\(result.earned)/\(behaviour.points)) \(behaviour.sentence)"
    var lines = paragraph(head, indent: 2, width: width)
    lines[0] = lines[0].replacing(word, with: style(role, word), maxReplacements: 1)
    guard !result.verdict.isPassed else { return lines }
    var notes: [(String, String)] = []
    if let detail = result.verdict.detail { notes.append(("What happened", detail)) }
    if let words = result.lastWords { notes.append(("Last words", words)) }
    if let finding = result.finding { notes += self.notes(of: finding) }
    if result.verdict.isAboutSubmission { notes.append(("Hint", behaviour.hint)) }
    return lines + notes.flatMap { paragraph("\($0.0): \($0.1)", indent: 6, width: width) }
  }

  /// What the suite saw, as labelled notes.
  private func notes(of finding: Finding) -> [(String, String)] {
    let given = finding.given.isEmpty ? [] : [("Given", finding.given.joined(separator: "\n"))]
    let differences = finding.differences.map { ("Differs", $0) }
    return given + [("When", finding.when), ("Expected", finding.expected), ("Got", finding.got)]
      + differences
  }

  /// The verdict as a word of fixed width, so that the eye can run down the column.
  private func word(for verdict: Verdict) -> String {
    switch verdict {
    case .passed: "passed "
    case .failed: "FAILED "
    case .crashed: "CRASHED"
    case .exited: "EXITED "
    case .timedOut: "TIMEOUT"
    case .outOfMemory: "MEMORY "
    case .brokeProtocol: "INVALID"
    case .notRun: "NOT RUN"
    case .graderFault: "INTERNAL ERROR"
    }
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
