import PlainText

/// The page that explains a command.
///
/// Its shape is the one Swift developers know from the commands of the toolchain.
struct HelpPage {
  /// The column where descriptions begin.
  private static let column = 26

  /// The narrowest width at which descriptions stand beside their labels.
  private static let narrowestTable = 56

  /// The indentation of a description that stands below its label.
  private static let nesting = 6

  /// The command and what it takes.
  let scope: Scope

  /// The number of columns of the page.
  let width: Int

  /// The whole page, without a newline at the end.
  var text: String {
    let parts = [
      overview,
      UsageLine(scope: scope).text(heading: "USAGE: ", width: width),
      section("ARGUMENTS", scope.positionals.map { ($0.label, $0.description) }),
      section("OPTIONS", (scope.named + scope.builtIns).map { ($0.label, $0.description) }),
      section("SUBCOMMANDS", scope.subcommands.map { ($0.name, $0.abstract) }),
      pointer,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What the command does, and what there is to say beyond.
  private var overview: String {
    let paragraphs = [
      scope.abstract.isEmpty ? "" : "OVERVIEW: \(scope.abstract)", scope.discussion,
    ]
    return paragraphs.filter { !$0.isEmpty }
      .map { $0.wrapped(to: width).joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  /// Where to read on, if there are subcommands.
  private var pointer: String {
    guard !scope.subcommands.isEmpty else { return "" }
    let words = [scope.path[0], "help"] + scope.path.dropFirst() + ["<subcommand>"]
    return "  See '\(words.joined(separator: " "))' for detailed help."
      .wrapped(to: width).joined(separator: "\n")
  }

  /// A heading and its rows, or nothing if there are none.
  private func section(_ title: String, _ rows: [(label: String, description: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let lines = rows.flatMap { self.lines(label: $0.label, description: $0.description) }
    return (["\(title):"] + lines).joined(separator: "\n")
  }

  /// A label and its description: beside it, or below if there is no room.
  private func lines(label: String, description: String) -> [String] {
    let isTable = width >= Self.narrowestTable
    let column = isTable ? Self.column : Self.nesting
    let indentation = String(repeating: " ", count: column)
    let label = "  \(label)"
    let texts = description.wrapped(to: width - column)
    let below = texts.map { $0.isEmpty ? "" : indentation + $0 }
    guard isTable, label.count < column, let first = texts.first, !first.isEmpty else {
      return [label] + (description.isEmpty ? [] : below)
    }
    let padding = String(repeating: " ", count: column - label.count)
    return [label + padding + first] + below.dropFirst()
  }
}
