import Arguments

/// What nearly every command over the gradebook is told.
struct GradebookOptions: Sendable {
  /// The checkout of the course, if it was named.
  var course: String?
  /// The gradebook's file, if it was named.
  var gradebook: String?
  /// When to colour text.
  var color: ColorChoice
  /// How to print.
  var format: ResultFormat
}

extension GraderCommand {
  static let gradebookFile = Option(
    optional: "gradebook", .text, valueName: "file",
    defaultText: "$GRADER_GRADEBOOK, else gradebook.sqlite here",
    help: "The file that holds the gradebook.")

  static let learner = Positional(
    "learner", .text, help: "The learner's name in the gradebook, such as ada.")

  /// The options of a command over the gradebook.
  static func options(_ invocation: Invocation) -> GradebookOptions {
    GradebookOptions(
      course: invocation[course], gradebook: invocation[gradebookFile],
      color: invocation[color], format: invocation[format])
  }
}
