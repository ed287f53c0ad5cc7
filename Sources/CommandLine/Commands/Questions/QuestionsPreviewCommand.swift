import Arguments
import Assessment
import QuestionBanks
import Reports

/// `grader questions preview`: shows a unit's questions with their keys.
struct QuestionsPreviewCommand: GraderCommand {
  private static let unit = Positional("unit", .text, help: "The unit, such as Unit2.")
  private static let html = Option(
    optional: "html", .text, valueName: "file", help: "Write one page of HTML to this file instead."
  )

  static let command = Command<any GraderCommand>(
    "preview", abstract: "Show a unit's questions with keys and feedback, for review.",
    arguments: [unit, html, QuestionsCommands.isExam]
  ) { QuestionsPreviewCommand(given: $0) }

  let given: Invocation

  /// Shows them, or writes a page.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let course = try given.gradingSession().course
    let isExam = given[QuestionsCommands.isExam]
    let preview = Preview(
      try course.unit(named: given[Self.unit]),
      of: try isExam ? course.examPool() : course.reviewBank(), isExam: isExam)
    if let html = given[Self.html] {
      try OutputFile.write(PreviewPage(preview).html(), to: html)
    } else {
      terminal.print(
        PreviewText(preview, style: terminal.style(given), width: terminal.width).text())
    }
    return .success
  }
}
