/// A command line that was not understood, explained to the one who typed it.
///
/// ```text
/// Error: Missing value for '--format <format>'
/// Help:  --format <format>  How to print the report.
/// Usage: grader grade [--format <format>] <path> ...
///   See 'grader grade --help' for more information.
/// ```
///
/// Every text taken from the command line is shown with its control characters escaped, so the
/// description is safe to print on a terminal. Its wording is for people and may change.
package struct UsageError: Error, CustomStringConvertible {
  /// What is wrong, in sentences.
  package let message: String

  /// The argument in question with its help, if there is one.
  package let help: String?

  /// How the command is called.
  package let usage: String

  /// The names of the commands from the tool to the one called.
  package let path: [String]

  /// Explains a problem met while standing at a command.
  init(_ problem: UsageProblem, scope: Scope, width: Int) {
    self.message = problem.message
    self.help = problem.subject.flatMap { parameter in
      parameter.help.isEmpty ? nil : "\(parameter.quotation)  \(parameter.help)"
    }
    self.usage = UsageLine(scope: scope).text(heading: "Usage: ", width: width)
    self.path = scope.path
  }

  /// The lines to print to standard error, without a newline at the end.
  package var description: String {
    let title = path.joined(separator: " ")
    let lines = [
      "Error: \(message)", help.map { "Help:  \($0)" }, usage,
      "  See '\(title) --help' for more information.",
    ]
    return lines.compactMap(\.self).joined(separator: "\n")
  }
}
