import Arguments
import Assessment
import Grading
import QuestionBanks

/// `grader questions export`: writes questions as GIFT.
struct QuestionsExportCommand: GraderCommand {
  private static let unit = Positional(
    optional: "unit", .text, help: "The unit whose review questions are written, such as Unit2.")

  static let command = Command<any GraderCommand>(
    "export", abstract: "Write questions as GIFT, and say what GIFT cannot say.",
    discussion: "Name a unit, or --exam for the exam pool. The file is written over.",
    arguments: [unit, QuestionsCommands.gift, QuestionsCommands.isExam]
  ) { given throws(ValidationError) in
    guard (given[unit] == nil) == given[QuestionsCommands.isExam] else {
      throw ValidationError("Name either a unit or --exam.")
    }
    return QuestionsExportCommand(given: given)
  }

  let given: Invocation

  /// Writes the file and lists what is lost.
  func run(on terminal: Terminal) async throws -> ExitCode {
    let course = try given.gradingSession().course
    let items: [QuestionBank.Item]
    if let name = given[Self.unit] {
      let bank = try course.reviewBank()
      items = try course.unit(named: name).bullets.flatMap { bank.items(of: $0.id) }
    } else {
      items = try course.examPool().items
    }
    let document = GIFTDocument(items)
    try OutputFile.write(document.text, to: given[QuestionsCommands.gift])
    terminal.complain(of: document.notes)
    return .success
  }
}
