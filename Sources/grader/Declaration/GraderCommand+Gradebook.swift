import Arguments

/// What can be asked of the gradebook as a file.
enum GradebookRequest: Sendable {
  /// Make an empty one.
  case create
  /// Find out whether anything in it was changed.
  case verify(head: String?)
  /// Make the read models anew.
  case rebuild
}

/// What can be asked about learners.
enum LearnerRequest: Sendable {
  /// Begin a taking.
  case enrol(learner: String, name: String?, email: String?)
  /// List all takings.
  case list
  /// Show where a taking stands.
  case status(learner: String, taking: Int?)
  /// End a taking.
  case close(learner: String, reason: String)
}

extension GraderCommand {
  private static let head = Option(
    optional: "expect", .text, valueName: "head",
    help: "The head that an earlier verification printed; finds events cut off since.")
  private static let name = Option(
    optional: "name", .text, defaultText: "that of the last taking",
    help: "The full name, as the certificate shows it.")
  private static let email = Option(
    optional: "email", .text, defaultText: "that of the last taking", help: "The address.")
  static let taking = Option(
    optional: "taking", .integer(in: 1...1_000_000), valueName: "n", defaultText: "the last",
    help: "Which taking of the course.")
  private static let reason = Option(
    required: "reason", .text, help: "Why; it stays on record.")

  /// `grader gradebook …`.
  static let gradebook = Command<GraderRequest>(
    "gradebook", abstract: "Create, check or repair the file that holds the gradebook.",
    subcommands: [
      Command(
        "create", abstract: "Create an empty gradebook; never overwrites a file.",
        arguments: [gradebookFile]
      ) { .gradebook(.create, textOptions($0)) },
      Command(
        "verify", abstract: "Find out whether any recorded event was edited, removed or reordered.",
        discussion:
          "Every event carries a digest of itself and of the one before it. The head that "
          + "is printed stands for everything recorded so far: keep it elsewhere, and with --expect "
          + "a later verification also finds out whether the end was cut off.",
        arguments: [gradebookFile, head, format]
      ) { .gradebook(.verify(head: $0[head]), options($0)) },
      Command(
        "rebuild", abstract: "Make the read models anew from the recorded events.",
        arguments: [gradebookFile]
      ) { .gradebook(.rebuild, textOptions($0)) },
    ])

  /// The commands about learners.
  static let learners: [Command<GraderRequest>] = [
    Command(
      "enrol", abstract: "Enrol a learner, or begin another taking when the last is closed.",
      arguments: [learner, name, email, gradebookFile, format]
    ) {
      .learners(
        .enrol(learner: $0[learner], name: $0[name], email: $0[email]), options($0))
    },
    Command(
      "learners", abstract: "List every taking with its mark so far.",
      arguments: [gradebookFile, format]
    ) { .learners(.list, options($0)) },
    Command(
      "status", abstract: "Show where a learner stands, with the derivation of the mark.",
      arguments: [learner, taking, gradebookFile, format]
    ) { .learners(.status(learner: $0[learner], taking: $0[taking]), options($0)) },
    Command(
      "close", abstract: "End a learner's taking for good, so that another one can begin.",
      arguments: [learner, reason, gradebookFile, format]
    ) { .learners(.close(learner: $0[learner], reason: $0[reason]), options($0)) },
  ]
}
