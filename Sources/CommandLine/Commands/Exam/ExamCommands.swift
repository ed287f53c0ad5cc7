import Arguments

/// `grader exam …`: the commands about the final exam.
enum ExamCommands {
  static let group = Command<any GraderCommand>(
    "exam", abstract: "Take the final exam, which is sat once.",
    subcommands: [
      ExamStartCommand.command, ExamSitCommand.command, ExamAnswerCommand.command,
      ExamStatusCommand.command, ExamFinishCommand.command, ExamResetCommand.command,
    ])
}
