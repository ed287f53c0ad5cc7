/// A command line that was understood: which command, and what its arguments are.
package struct Invocation: Sendable {
  /// The names of the commands from the tool to the one called, as in `grader exam start`.
  package let path: [String]

  /// The identities of the arguments the command takes.
  private let declared: Set<String>

  /// The texts given for each argument, by the argument's identity.
  private let texts: [String: [String]]

  /// Creates an invocation of what the parser found, each text being accepted by its parameter.
  init(path: [String], parameters: [Parameter], texts: [String: [String]]) {
    self.path = path
    self.declared = Set(parameters.map(\.id))
    self.texts = texts
  }

  /// The value of an argument, which **the command or one above it has to declare**.
  ///
  /// Reading another argument is the programmer's mistake and traps.
  package subscript<Value>(_ argument: some Argument<Value>) -> Value {
    let parameter = argument.parameter
    precondition(
      declared.contains(parameter.id),
      "'\(path.joined(separator: " "))' does not declare '\(parameter.quotation)'.")
    return argument.value(of: texts[parameter.id] ?? [])
  }
}
