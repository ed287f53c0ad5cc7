extension Command {
  /// Parses the arguments of a command line of which this command is the tool.
  ///
  /// Names may be given before and after words; a value is written `--name value`,
  /// `--name=value`, `-n value` or `-nvalue`; flags combine as in `-ab`; everything after `--` and
  /// a lone `-` are words, and so are negative numbers. A value beginning with a dash is written
  /// `--name=-value`. Asking for help anywhere before `--` matters more than a mistake, and a
  /// command that only holds others answers with its help.
  ///
  /// - Parameters:
  ///   - arguments: The arguments without the name of the executable.
  ///   - version: What `--version` prints; without it the tool has no such flag.
  ///   - topics: Pages that `help` prints besides those of commands, by the word that asks for them; a command of the same
  ///     name comes first.
  ///   - width: The number of columns a help page and a usage line may have.
  /// - Throws: A `UsageError` that explains a mistake in the command line.
  package func parse(
    _ arguments: [String], version: String? = nil, topics: [String: String] = [:],
    width: Int = 80
  ) throws(UsageError) -> Outcome<Action> {
    var parser = Parser(self, arguments, hasVersion: version != nil, topics: topics)
    do throws(UsageProblem) {
      switch try parser.request() {
      case .action(let action): return .action(action)
      case .help: return .text(HelpPage(scope: parser.scope, width: width).text)
      case .version: return .text(version ?? "")
      case .topic(let text): return .text(text)
      }
    } catch {
      guard !parser.isHelpGiven else {
        return .text(HelpPage(scope: parser.scope, width: width).text)
      }
      throw UsageError(error, scope: parser.scope, width: width)
    }
  }
}
