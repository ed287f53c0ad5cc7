/// Where in the tree of commands the parser stands: what may be given and what help would say.
///
/// It knows nothing of actions, so that help pages and errors need not be generic.
struct Scope: Sendable {
  /// A line of a help page's list of subcommands.
  struct Entry: Sendable {
    /// The name of the subcommand.
    let name: String
    /// What the subcommand does.
    let abstract: String
  }

  /// The names of the commands from the tool to here.
  private(set) var path: [String] = []

  /// What the command does.
  private(set) var abstract = ""

  /// What there is to say beyond the abstract.
  private(set) var discussion = ""

  /// The arguments of the command's own.
  private(set) var own: [Parameter] = []

  /// The arguments of the commands above.
  private(set) var inherited: [Parameter] = []

  /// The subcommands that are not hidden.
  private(set) var subcommands: [Entry] = []

  /// Whether the tool can tell its version.
  private let hasVersion: Bool

  /// Stands at the tool itself.
  init(root: Command<some Any>, hasVersion: Bool) {
    precondition(
      !hasVersion || !root.parameters.contains { $0.id == Parameter.version.id },
      "'\(root.name)' declares '--version' and has a version to print.")
    self.hasVersion = hasVersion
    enter(root)
  }

  /// Goes down to a subcommand.
  mutating func enter(_ command: Command<some Any>) {
    path.append(command.name)
    abstract = command.abstract
    discussion = command.discussion
    inherited += own
    own = command.parameters
    subcommands = command.subcommands.filter { !$0.isHidden }.map {
      Entry(name: $0.name, abstract: $0.abstract)
    }
  }
}

extension Scope {
  /// The command as one calls it, for instance `grader exam start`.
  var title: String { path.joined(separator: " ") }

  /// Every argument the tool's author declared for a command line that calls this command.
  var parameters: [Parameter] { own + inherited }

  /// The arguments that are words, in their order.
  var positionals: [Parameter] { own.filter(\.isPositional) }

  /// The arguments given by name, the command's own first.
  var named: [Parameter] { parameters.filter { !$0.isPositional } }

  /// The flags no one has to declare; the tool itself tells the version, its commands do not.
  var builtIns: [Parameter] {
    hasVersion && path.count == 1 ? [.version, .help] : [.help]
  }

  /// Finds the argument of a name, or fails with the nearest one.
  func parameter(named name: String) throws(UsageProblem) -> Parameter {
    let candidates = named + builtIns
    guard let found = candidates.first(where: { $0.name == name }) else {
      throw .unknownOption("--\(name)", suggestion: suggestion(for: name))
    }
    return found
  }

  /// Finds the argument of a letter.
  func parameter(short letter: Character) -> Parameter? {
    (named + builtIns).first { $0.short == letter }
  }

  /// The spelling of the argument whose name is nearest, if any is near.
  func suggestion(for name: String) -> String? {
    Suggestion.closest(to: name, among: (named + builtIns).map(\.name)).map { "--\($0)" }
  }
}
