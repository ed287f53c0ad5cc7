import Gradebook
import Grading
import PlainText
package import Registrar

/// What became of exercises that were handed in, as text, one a line.
package struct SubmissionText {
  private let submitted: [Registrar.Submitted]
  private let style: Style
  private let width: Int

  /// Prepares the text.
  package init(_ submitted: [Registrar.Submitted], style: Style, width: Int) {
    self.submitted = submitted
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text.
  package func text() -> String {
    var lines = [style(.heading, "In the gradebook")]
    for one in submitted {
      let name = one.exercise
      let text: String =
        switch one.outcome {
        case .graded(let result, _): "\(name): recorded with \(points(of: result))"
        case .answered(let result):
          "\(name): unchanged; answered from the record, \(points(of: result))"
        case .pending:
          "\(name): kept; grading it broke, which costs nothing. Try `grader regrade --apply`."
        case .notAccepted(.notHandedIn(let reason)):
          "\(name): nothing recorded. Not handed in: \(reason)"
        case .notAccepted(let outcome):
          "\(name): nothing recorded. Refused; nothing was compiled: "
            + outcome.messages.joined(separator: " ")
        }
      lines += paragraph(text, indent: 2, width: width)
      if case .answered(let result) = one.outcome {
        lines += notPassed(result).flatMap { paragraph($0, indent: 6, width: width) }
      }
    }
    if submitted.contains(where: { $0.graded == nil && ($0.recorded?.score ?? .one) < .one }) {
      lines.append("  What was seen when it was graded: `grader feedback`.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Points and digest of a result.
  private func points(of result: SubmissionResult) -> String {
    "\(result.earned) of \(counted(result.points, "point")) (\(result.submission.prefix(12)))"
  }

  /// What the record knows of what did not pass: the behaviours in one text, then why nothing ran, if so.
  private func notPassed(_ result: SubmissionResult) -> [String] {
    let behaviours = result.verdicts.filter { !["passed", "notRun"].contains($0.value) }
      .sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
    let list = behaviours.map { "\($0.key) \(words(of: $0.value))" }.joined(separator: ", ")
    return (list.isEmpty ? [] : ["Not passed: \(list)."]) + result.notRun
  }

  /// The stable name of a verdict as words: `timed out`.
  private func words(of verdict: String) -> String {
    verdict.reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : "\($1)" }
  }
}
