import Arguments

/// `grader review …`: the commands about review questions.
enum ReviewCommands {
  static let group = Command<any GraderCommand>(
    "review", abstract: "Answer review questions.",
    subcommands: [
      ReviewPractiseCommand.command, ReviewListCommand.command, ReviewAnswerCommand.command,
      ReviewAnswersCommand.command,
    ])
}
