/// A command of a command-line tool, or the tool itself: a value that declares and does nothing.
///
/// A command either has arguments and an action or has subcommands. The action turns a parsed
/// ``Invocation`` into an `Action`, a type of the tool's own choice: typically an enumeration with
/// a case for each command, so that parsing a command line yields one plain value to be executed
/// and every way to do so is seen in one exhaustive `switch`.
///
/// ```swift
/// enum Request {
///   case grade(paths: [String], format: Format)
///   case startExam(name: String)
/// }
///
/// let paths = Positional(oneOrMore: "path", .text, help: "The directories to grade.")
/// let format = Option("format", .choice(of: Format.self), default: .text, help: "How to print.")
/// let exam = Positional("exam", .text, help: "The exam to start.")
///
/// let tool = Command<Request>(
///   "grader", abstract: "Grades exercises.",
///   subcommands: [
///     Command("grade", abstract: "Grade directories.", arguments: [paths, format]) {
///       .grade(paths: $0[paths], format: $0[format])
///     },
///     Command(
///       "exam", abstract: "Take an exam.",
///       subcommands: [
///         Command("start", abstract: "Start an exam.", arguments: [exam]) {
///           .startExam(name: $0[exam])
///         }
///       ]),
///   ])
///
/// do {
///   switch try tool.parse(Array(CommandLine.arguments.dropFirst()), version: "1.0") {
///   case .action(.grade(let paths, let format)): …
///   case .action(.startExam(let name)): …
///   case .text(let text): print(text)
///   }
/// } catch {
///   printToStandardError(error.description)  // `error` is a `UsageError`.
///   exit(64)
/// }
/// ```
package struct Command<Action>: Sendable {
  /// Turns an invocation into the tool's own value, or refuses it with a reason.
  package typealias Handler = @Sendable (Invocation) throws(ValidationError) -> Action

  /// What a command is for.
  enum Role: Sendable {
    /// It does something.
    case action(Handler)
    /// It holds other commands.
    case group([Command])
  }

  /// The word that calls the command.
  let name: String

  /// The sentence that says what the command does.
  let abstract: String

  /// What the help page says beyond the abstract, in paragraphs.
  let discussion: String

  /// Whether help pages and suggestions pass over the command.
  let isHidden: Bool

  /// The arguments of the command's own.
  let parameters: [Parameter]

  /// What the command is for.
  let role: Role

  /// Declares a command that does something.
  ///
  /// - Parameters:
  ///   - name: The word that calls the command.
  ///   - abstract: A sentence that says what the command does.
  ///   - discussion: What there is to say beyond; lines are wrapped, indented ones stay indented.
  ///   - isHidden: Whether help pages and suggestions pass over the command.
  ///   - arguments: The arguments in the order the help page lists them.
  ///   - action: Turns an invocation into the tool's own value, or refuses it with a reason.
  package init(
    _ name: String, abstract: String, discussion: String = "", isHidden: Bool = false,
    arguments: [any Argument] = [], action: @escaping Handler
  ) {
    self.init(
      name, abstract, discussion, isHidden, arguments.map { $0.parameter }, .action(action))
  }

  /// Declares a command that holds other commands.
  ///
  /// - Parameters:
  ///   - name: The word that calls the command.
  ///   - abstract: A sentence that says what the commands have in common.
  ///   - discussion: What there is to say beyond; lines are wrapped, indented ones stay indented.
  ///   - isHidden: Whether help pages and suggestions pass over the command.
  ///   - arguments: Arguments that every command below takes too.
  ///   - subcommands: The commands in the order the help page lists them.
  package init(
    _ name: String, abstract: String, discussion: String = "", isHidden: Bool = false,
    arguments: [any NamedArgument] = [], subcommands: [Command]
  ) {
    self.init(
      name, abstract, discussion, isHidden, arguments.map { $0.parameter }, .group(subcommands))
  }

  /// Declares a command and traps if it could not be called: that is the programmer's mistake.
  private init(
    _ name: String, _ abstract: String, _ discussion: String, _ isHidden: Bool,
    _ parameters: [Parameter], _ role: Role
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.isHidden = isHidden
    self.parameters = parameters
    self.role = role
    precondition(
      name.isArgumentName && name != "help", "'\(name)' cannot be the name of a command.")
    let words = subcommands.map(\.name)
    precondition(Set(words).count == words.count, "'\(name)' has two subcommands of one name.")
    requireUniqueSpellings(besides: Parameter.help.spellings)
  }

  /// The commands this command holds.
  var subcommands: [Command] {
    switch role {
    case .action: []
    case .group(let commands): commands
    }
  }

  /// Traps if an argument here or below is spelled like another that one command line may hold.
  private func requireUniqueSpellings(besides taken: [String]) {
    let spellings = taken + parameters.flatMap(\.spellings)
    precondition(
      Set(spellings).count == spellings.count,
      "Two arguments that '\(name)' takes are spelled alike.")
    for command in subcommands { command.requireUniqueSpellings(besides: spellings) }
  }
}
