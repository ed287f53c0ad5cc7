import Arguments

/// `grader questions …`: the commands about the question banks.
enum QuestionsCommands {
  static let group = Command<any GraderCommand>(
    "questions", abstract: "Check, show, export or import review questions and the exam pool.",
    subcommands: [
      QuestionsCheckCommand.command, QuestionsPreviewCommand.command,
      QuestionsExportCommand.command, QuestionsImportCommand.command,
    ])

  static let isExam = Flag("exam", help: "The exam questions, not the review questions.")
  static let gift = Positional("file", .text, help: "The GIFT file.")
}
