/// The line that shows how a command is called.
struct UsageLine {
  /// The most arguments that are shown one by one; with more, the optional ones are summed up.
  private static let limit = 12

  /// The command and what it takes.
  let scope: Scope

  /// The line, broken between arguments, never within one, if it is wider than allowed.
  ///
  /// - Parameters:
  ///   - heading: The word the line begins with, below which broken lines do not begin.
  ///   - width: The number of columns.
  func text(heading: String, width: Int) -> String {
    let indentation = String(repeating: " ", count: heading.count)
    var lines: [String] = []
    var line = heading + scope.title
    for element in elements {
      if line.count + 1 + element.count > width {
        lines.append(line)
        line = indentation + element
      } else {
        line += " " + element
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// What follows the command: options, words, and the place of a subcommand.
  private var elements: [String] {
    let arguments = scope.named + scope.positionals
    let place = scope.subcommands.isEmpty ? [] : ["<subcommand>"]
    guard arguments.count > Self.limit else { return arguments.map(\.synopsis) + place }
    let kept = arguments.filter { $0.isRequired || $0.isPositional }
    return ["[<options>]"] + kept.map(\.synopsis) + place
  }
}
