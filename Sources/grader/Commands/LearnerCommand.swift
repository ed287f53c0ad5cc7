import Gradebook
import Registrar
import Reports

/// `grader enrol`, `learners`, `status` and `close`.
struct LearnerCommand {
  private let request: LearnerRequest
  private let options: GradebookOptions

  /// Takes the request.
  init(_ request: LearnerRequest, _ options: GradebookOptions) {
    self.request = request
    self.options = options
  }

  /// Does what was asked and prints.
  func run() async throws -> ExitCode {
    let terminal = Terminal()
    let registrar = try GradebookSession(options).registrar
    switch request {
    case .enrol(let learner, let name, let email):
      let (taking, isNew) = try await registrar.enrol(learner, name: name, email: email)
      if !isNew { terminal.complain("\(learner) is enrolled already; nothing was changed.") }
      show(try await registrar.standing(of: learner, number: taking.id.number), on: terminal)
    case .list:
      let takings = try await registrar.takings()
      let style = Style(isColoured: terminal.isColoured(options.color))
      terminal.print(
        options.format == .json
          ? try ClassDocument(takings).documentText() : ClassText(takings, style: style).text())
    case .status(let learner, let taking):
      show(try await registrar.standing(of: learner, number: taking), on: terminal)
    case .close(let learner, let reason):
      show(try await registrar.close(learner, reason: reason), on: terminal)
    }
    return .success
  }

  /// Prints where a taking stands.
  private func show(_ standing: Standing, on terminal: Terminal) {
    let style = Style(isColoured: terminal.isColoured(options.color))
    switch options.format {
    case .json: terminal.print(json: StandingDocument(standing))
    case .text:
      terminal.print(StandingText(standing, style: style, width: terminal.width).text())
    }
  }
}
