import Arguments

/// `grader certificate …`: the commands about certificates.
enum CertificateCommands {
  static let group = Command<any GraderCommand>(
    "certificate", abstract: "Issue, verify and revoke certificates of completion.",
    subcommands: [
      CertificateIssueCommand.command, CertificateVerifyCommand.command,
      CertificateRevokeCommand.command, CertificatePublishCommand.command,
    ])
}
