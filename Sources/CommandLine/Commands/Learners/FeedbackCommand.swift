import Arguments
import Assessment
import Registrar
import Reports

/// `grader feedback`: shows a learner everything there is to be told.
struct FeedbackCommand: GraderCommand {
  private static let output = Option(
    optional: "output", .text, valueName: "file", defaultText: "standard output",
    help: "Where to print them.")
  private static let html = Option(
    optional: "html", .text, valueName: "file", help: "Also make a page of HTML with everything.")

  static let command = Command<any GraderCommand>(
    "feedback",
    abstract: "Show a learner everything there is to be told, and what remains to pass.",
    discussion:
      "The mark with its derivation, every behaviour of the case studies, what is said of "
      + "the answers, and what is still needed. Holds what the learner may see and nothing else. The "
      + "formats junit and gradescope hold the case studies only.",
    arguments: [
      Options.learner, Options.taking, Options.reportFormat, output, html, Options.gradebook,
    ]
  ) { FeedbackCommand(given: $0) }

  let given: Invocation

  /// Makes the report and writes it wherever it was asked for.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let (session, registrar) = try given.office()
    let report = try await registrar.report(
      on: given[Options.learner], number: given[Options.taking],
      catalogues: try session.catalogues())
    if let html = given[Self.html] {
      try OutputFile.write(LearnerReportPage(report).html(), to: html)
    }
    let output = given[Self.output]
    let style = output == nil ? terminal.style(given) : Style(isColoured: false)
    let text = try given[Options.reportFormat].write(
      report, style: style, width: terminal.width)
    if let output {
      try OutputFile.write(text, to: output)
    } else {
      terminal.print(text)
    }
    return .success
  }
}
