/// An argument as the parser and the help page see it, whatever the type of its value.
package struct Parameter: Sendable {
  /// The ways an argument can be written.
  enum Kind: Sendable {
    /// A word recognized by its place.
    case positional
    /// A name followed by a value.
    case option
    /// A name alone.
    case flag
  }

  /// How the argument is written.
  let kind: Kind

  /// The name, without dashes or angle brackets.
  let name: String

  /// The letter that may replace the name after a single dash.
  let short: Character?

  /// What the value is called between angle brackets.
  let valueName: String

  /// The sentence the help page prints.
  let help: String

  /// The values there are, if they can be listed.
  let choices: [String]

  /// What a value has to be if it cannot be listed, as in “a whole number”.
  let expectation: String?

  /// The value used when none is given, as the help page prints it.
  let defaultText: String?

  /// Whether a command line without the argument is refused.
  let isRequired: Bool

  /// Whether the argument may be given more than once.
  let isRepeating: Bool

  /// Tells whether a text is a value of the argument.
  let accepts: @Sendable (String) -> Bool

  /// Describes a flag.
  init(flag name: String, short: Character?, help: String) {
    self.init(
      .flag, name, short: short, valueName: nil, help: help, syntax: .text, defaultText: nil,
      isRequired: false, isRepeating: false)
  }

  /// Describes an argument of any kind.
  ///
  /// The name and the letter have to be writable: a mistake here is the programmer's, so it traps.
  init<Element>(
    _ kind: Kind, _ name: String, short: Character?, valueName: String?, help: String,
    syntax: Syntax<Element>, defaultText: String?, isRequired: Bool, isRepeating: Bool
  ) {
    precondition(
      name.isArgumentName, "'\(name)' is no argument name: use letters, digits and inner dashes.")
    // Letters only: so a dash and a digit always are a negative number, never an option.
    precondition(
      short.map { $0.isASCII && $0.isLetter } ?? true,
      "'--\(name)' has a short name that is not an ASCII letter.")
    self.kind = kind
    self.name = name
    self.short = short
    self.valueName = valueName ?? name
    self.help = help
    self.choices = syntax.choices
    self.expectation = syntax.expectation
    self.defaultText = defaultText
    self.isRequired = isRequired
    self.isRepeating = isRepeating
    self.accepts = { syntax.read($0) != nil }
  }
}

extension Parameter {
  /// What asks for the help page of any command.
  static let help = Parameter(flag: "help", short: "h", help: "Show help information.")

  /// What asks for the version of the tool.
  static let version = Parameter(flag: "version", short: nil, help: "Show the version.")

  /// What distinguishes the argument from the others of an invocation.
  var id: String { kind == .positional ? "<\(name)>" : "--\(name)" }

  /// Whether the argument takes its meaning from its place.
  var isPositional: Bool { kind == .positional }

  /// The spellings of the name, which are to be unique among the arguments of a command.
  var spellings: [String] {
    isPositional ? [id] : [id] + (short.map { ["-\($0)"] } ?? [])
  }

  /// The argument as error messages quote it, for instance `--format <format>`.
  var quotation: String {
    switch kind {
    case .positional: "<\(valueName)>"
    case .option: "--\(name) <\(valueName)>"
    case .flag: "--\(name)"
    }
  }

  /// The argument as one would have to give it, for instance `<path> ...`.
  var demand: String { isRepeating ? "\(quotation) ..." : quotation }

  /// The argument as the usage line has it, for instance `[--format <format>]`.
  var synopsis: String { isRequired ? demand : "[\(demand)]" }

  /// The argument as its row of the help page has it, for instance `-f, --format <format>`.
  var label: String { short.map { "-\($0), \(quotation)" } ?? quotation }

  /// The sentence of the help page with the possible values and the default.
  var description: String {
    let values = choices.isEmpty ? nil : "values: " + choices.joined(separator: ", ")
    let fallback = defaultText.flatMap { $0.isEmpty ? nil : "default: \($0)" }
    let notes = [values, fallback].compactMap(\.self).joined(separator: "; ")
    return [help, notes.isEmpty ? "" : "(\(notes))"].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
