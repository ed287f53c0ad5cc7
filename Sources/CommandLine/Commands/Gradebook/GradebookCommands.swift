import Arguments

/// `grader gradebook …`: the commands about the file that holds the gradebook.
enum GradebookCommands {
  static let group = Command<any GraderCommand>(
    "gradebook", abstract: "Create, check or repair the file that holds the gradebook.",
    subcommands: [
      GradebookCreateCommand.command, GradebookVerifyCommand.command,
      GradebookRebuildCommand.command,
    ])
}
