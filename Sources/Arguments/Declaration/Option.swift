/// An argument that is a name and a value: `--format json`, `--format=json`, `-f json`, `-fjson`.
///
/// The initializer says how often the option may be given, and thereby what a handler receives:
///
/// ```swift
/// let format = Option("format", short: "f", .choice(of: Format.self), default: .text, help: "…")
/// let jobs = Option(optional: "jobs", .integer(in: 1...64), defaultText: "cores", help: "…")
/// let key = Option(required: "key", .text, help: "…")
/// let exercises = Option(repeating: "exercise", .text, help: "…")
///
/// invocation[format]     // Format
/// invocation[jobs]       // Int?
/// invocation[key]        // String
/// invocation[exercises]  // [String]
/// ```
///
/// An option that is not repeating and given twice is refused: it never silently takes the last.
package struct Option<Value: Sendable>: NamedArgument {
  /// What the parser and the help page need to know of the option.
  package let parameter: Parameter

  /// Turns the texts given into the value.
  private let interpret: @Sendable ([String]) -> Value

  /// Declares an option with a value to use if it is not given.
  package init(
    _ name: String, short: Character? = nil, _ syntax: Syntax<Value>, valueName: String? = nil,
    default fallback: Value, help: String
  ) {
    self.parameter = Parameter(
      .option, name, short: short, valueName: valueName, help: help, syntax: syntax,
      defaultText: syntax.write(fallback), isRequired: false, isRepeating: false)
    self.interpret = { texts in texts.first.map(syntax.value) ?? fallback }
  }

  /// Declares an option without which the command line is refused.
  package init(
    required name: String, short: Character? = nil, _ syntax: Syntax<Value>,
    valueName: String? = nil, help: String
  ) {
    self.parameter = Parameter(
      .option, name, short: short, valueName: valueName, help: help, syntax: syntax,
      defaultText: nil, isRequired: true, isRepeating: false)
    self.interpret = { texts in syntax.value(of: texts[0]) }
  }

  /// Declares an option that yields nothing if it is not given.
  ///
  /// - Parameter defaultText: What the help page prints as the default, for a default that is
  ///   known only when the tool runs.
  package init<Element>(
    optional name: String, short: Character? = nil, _ syntax: Syntax<Element>,
    valueName: String? = nil, defaultText: String? = nil, help: String
  ) where Value == Element? {
    self.parameter = Parameter(
      .option, name, short: short, valueName: valueName, help: help, syntax: syntax,
      defaultText: defaultText, isRequired: false, isRepeating: false)
    self.interpret = { texts in texts.first.map(syntax.value) }
  }

  /// Declares an option that may be given any number of times.
  package init<Element>(
    repeating name: String, short: Character? = nil, _ syntax: Syntax<Element>,
    valueName: String? = nil, defaultText: String? = nil, help: String
  ) where Value == [Element] {
    self.parameter = Parameter(
      .option, name, short: short, valueName: valueName, help: help, syntax: syntax,
      defaultText: defaultText, isRequired: false, isRepeating: true)
    self.interpret = { texts in texts.map(syntax.value) }
  }

  /// Turns the texts given on the command line into the value.
  package func value(of texts: [String]) -> Value { interpret(texts) }
}
