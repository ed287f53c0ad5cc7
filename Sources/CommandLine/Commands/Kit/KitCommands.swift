import Arguments

/// `grader kit …`: the commands about what learners work in.
enum KitCommands {
  static let group = Command<any GraderCommand>(
    "kit", abstract: "Write what learners work in, and show that nothing hidden is in it.",
    subcommands: [KitExportCommand.command, KitCheckCommand.command])
}
