import Grading
import PlainText

/// One exercise as text: its points, and every behaviour with what helps where it did not pass.
struct ExerciseText {
  private let exercise: ReportedExercise
  private let style: Style
  private let width: Int

  /// Prepares the text.
  init(_ exercise: ReportedExercise, style: Style, width: Int) {
    self.exercise = exercise
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text.
  func text() -> String {
    var head = "\(exercise.name): \(exercise.earned) of \(counted(exercise.points, "point"))"
    if let score = exercise.score { head += ", \(score.percentage) %" }
    var lines = [style(.heading, head)]
    if exercise.isOfEarlierSuite {
      lines += paragraph(
        "The suite has changed since this was graded; sentences and points are today's.",
        indent: 2, hanging: 0, width: width)
    }
    if let sentence = exercise.outcome.sentence {
      let role: Style.Role = exercise.hasGraderFault ? .warning : .bad
      lines.append("  " + style(role, sentence))
    } else {
      lines += exercise.behaviours.flatMap(self.lines)
    }
    for message in exercise.outcome.messages {
      lines += message.split(separator: "\n").map { "    \(String($0).printable)" }
    }
    return lines.joined(separator: "\n")
  }

  /// One behaviour: a line, and below it what helps when it did not pass.
  private func lines(of behaviour: ReportedBehaviour) -> [String] {
    let word = behaviour.verdict.column
    let role: Style.Role =
      switch behaviour.verdict {
      case .passed: .good
      case .graderFault: .warning
      default: .bad
      }
    let points = behaviour.points.map { " (\(behaviour.earned ?? 0)/\($0))" } ?? ""
    let head = "\(word) \(behaviour.id)\(points) \(behaviour.sentence)"
    var lines = paragraph(head, indent: 2, width: width)
    lines[0] = lines[0].replacing(word, with: style(role, word), maxReplacements: 1)
    return lines
      + behaviour.notes.flatMap { paragraph("\($0.label): \($0.text)", indent: 6, width: width) }
  }
}

extension Verdict.Kind {
  /// The verdict as a word of fixed width, so that the eye can run down the column.
  fileprivate var column: String {
    switch self {
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
}
