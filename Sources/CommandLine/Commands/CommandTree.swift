import Arguments

/// The whole command line.
enum CommandTree {
  /// The tool with every command, in the order in which help lists them.
  static let tool = Command<any GraderCommand>(
    "grader",
    abstract: "Assesses learners of Reactive Architecture: CQRS & Event Sourcing.",
    discussion: "Exit codes: 0 done, with full marks where something is graded, 2 graded without "
      + "full marks, 3 the audit, the gradebook's chain, the question banks, the certificate or a kit do not "
      + "hold, 4 refused by the rules of the course, 5 certificate revoked, 6 its status unknown, 64 usage, 65 "
      + "what was given is not of its form, 66 no such input, 69 machine "
      + "lacks something, 70 internal error, 74 the gradebook cannot be used, 77 cannot isolate, 78 "
      + "course files are wrong, 130 interrupted.",
    arguments: [Options.course, Options.color],
    subcommands: [
      GradeCommand.command, AuditCommand.command, DoctorCommand.command,
      EnrolCommand.command, LearnersCommand.command, StatusCommand.command, CloseCommand.command,
      SubmitCommand.command, SubmitClassCommand.command, RegradeCommand.command,
      ReviewCommands.group, ExamCommands.group, FeedbackCommand.command,
      CertificateCommands.group, KeyCommands.group, ReportCommand.command,
      QuestionsCommands.group, KitCommands.group, GradebookCommands.group,
    ])
}
