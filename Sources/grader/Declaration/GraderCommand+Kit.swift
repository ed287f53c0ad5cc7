import Arguments

/// What was asked about kits.
struct KitRequest: Sendable {
  /// What to do.
  enum Action: Sendable {
    /// Write a kit into a new folder.
    case export(folder: String)
    /// Show that nothing hidden is in a folder, or in what would be written.
    case check(folder: String?)
  }

  var action: Action
  var course: String?
}

extension GraderCommand {
  private static let newFolder = Positional(
    "dir", .text, help: "The folder to make; it must not exist, or be empty.")
  private static let kitFolder = Positional(
    optional: "dir", .text, help: "A kit's folder; if left out, what an export would write.")

  /// `grader kit …`.
  static let kit = Command<GraderRequest>(
    "kit", abstract: "Write what learners work in, and show that nothing hidden is in it.",
    subcommands: [
      Command(
        "export", abstract: "Write a kit: a Swift package that a learner opens in an editor.",
        discussion:
          "Provided modules, starters, public examples, questions without keys, and a page "
          + "that says how to work. Nothing is ever written over, and nothing hidden is in it.",
        arguments: [newFolder]
      ) { .kit(KitRequest(action: .export(folder: $0[newFolder]), course: $0[course])) },
      Command(
        "check", abstract: "Show that no line of a solution, suite, key or exam is in a kit.",
        discussion:
          "Names every file and line that learners must not get, and where it comes from; "
          + "also every file that is no part of a kit. Ends with 3 if there is any.",
        arguments: [kitFolder]
      ) { .kit(KitRequest(action: .check(folder: $0[kitFolder]), course: $0[course])) },
    ])
}
