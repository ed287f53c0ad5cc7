import Registrar
import Reports

/// `grader feedback`: shows a learner everything there is to be told.
struct FeedbackCommand {
  private let request: FeedbackRequest
  private let options: GradebookOptions

  /// Takes the request.
  init(_ request: FeedbackRequest, _ options: GradebookOptions) {
    self.request = request
    self.options = options
  }

  /// Makes the report and writes it wherever it was asked for.
  func run() async throws -> ExitCode {
    let terminal = Terminal()
    let session = try GradebookSession(options)
    let report = try await session.registrar.report(
      on: request.learner, number: request.taking,
      catalogues: try session.preparation.catalogues())
    if let html = request.html {
      try OutputFile.write(LearnerReportPage(report).html(), to: html)
    }
    let isColoured = request.output == nil && terminal.isColoured(options.color)
    let text = try request.format.write(
      report, style: Style(isColoured: isColoured), width: terminal.width)
    if let output = request.output {
      try OutputFile.write(text, to: output)
    } else {
      terminal.print(text)
    }
    return .success
  }
}
