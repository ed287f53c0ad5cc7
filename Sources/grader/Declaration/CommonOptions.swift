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

  /// The options of a command over the gradebook that prints a result.
  static func options(_ invocation: Invocation) -> GradebookOptions {
    options(invocation, format: invocation[format])
  }

  /// The options of a command over the gradebook that talks to people only.
  static func textOptions(_ invocation: Invocation) -> GradebookOptions {
    options(invocation, format: .text)
  }

  private static func options(
    _ invocation: Invocation, format: ResultFormat
  ) -> GradebookOptions {
    GradebookOptions(
      course: invocation[course], gradebook: invocation[gradebookFile],
      color: invocation[color], format: format)
  }
}
