import Arguments
import Registrar
import Reports

/// `grader learners`: lists every taking.
struct LearnersCommand: GraderCommand {
  static let command = Command<any GraderCommand>(
    "learners", abstract: "List every taking with its mark so far.",
    arguments: [Options.gradebook, Options.format]
  ) { LearnersCommand(given: $0) }

  let given: Invocation

  /// Lists.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let takings = try await given.registrar().takings()
    switch given[Options.format] {
    case .json: terminal.print(json: ClassDocument(takings))
    case .text: terminal.print(ClassText(takings, style: terminal.style(given)).text())
    }
    return .success
  }
}
