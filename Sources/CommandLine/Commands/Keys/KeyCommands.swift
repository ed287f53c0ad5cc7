import Arguments

/// `grader key …`: the commands about the issuer's keys.
enum KeyCommands {
  static let group = Command<any GraderCommand>(
    "key", abstract: "Make, show or replace the key that certificates are signed with.",
    subcommands: [KeyNewCommand.command, KeyShowCommand.command, KeyRotateCommand.command])
}
