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
      let name = one.result.exercise
      let text: String =
        switch one.record {
        case .graded(let result):
          "\(name): recorded with \(result.earned) of \(result.points) points "
            + "(\(result.submission.prefix(12)))"
        case .known(let result):
          "\(name): unchanged, \(result.earned) of \(result.points) points "
            + "(\(result.submission.prefix(12)))"
        case .pending:
          "\(name): kept; grading it broke, which costs nothing. Try `grader regrade --apply`."
        case .nothing: "\(name): nothing recorded"
        }
      lines += paragraph(text, indent: 2, width: width)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
