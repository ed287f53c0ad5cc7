import Arguments
import Reports

/// What was asked about everything a learner is told.
struct FeedbackRequest: Sendable {
  var learner: String
  var taking: Int?
  var format: ReportFormat
  var output: String?
  var html: String?
}

extension GraderCommand {
  /// How results are written.
  static let reportFormat = Option(
    "format", .choice(of: ReportFormat.self), default: .text, help: "How to print the results.")
  private static let output = Option(
    optional: "output", .text, valueName: "file", defaultText: "standard output",
    help: "Where to print them.")
  private static let html = Option(
    optional: "html", .text, valueName: "file", help: "Also make a page of HTML with everything.")

  /// `grader feedback`.
  static let feedback = Command<GraderRequest>(
    "feedback",
    abstract: "Show a learner everything there is to be told, and what remains to pass.",
    discussion:
      "The mark with its derivation, every behaviour of the case studies, what is said of "
      + "the answers, and what is still needed. Holds what the learner may see and nothing else. The "
      + "formats junit and gradescope hold the case studies only.",
    arguments: [learner, taking, reportFormat, output, html, gradebookFile]
  ) { invocation in
    .feedback(
      FeedbackRequest(
        learner: invocation[learner], taking: invocation[taking],
        format: invocation[reportFormat], output: invocation[output], html: invocation[html]),
      textOptions(invocation))
  }
}
