/// An argument that is a word and takes its meaning from its place.
///
/// The initializer says how many words the argument takes, and thereby what a handler receives:
///
/// ```swift
/// let file = Positional("file", .text, help: "The certificate.")
/// let exam = Positional(optional: "exam", .text, help: "The exam.")
/// let names = Positional(zeroOrMore: "exercise", .text, help: "The exercises; all if none.")
/// let paths = Positional(oneOrMore: "path", .text, help: "The directories.")
///
/// invocation[file]   // String
/// invocation[exam]   // String?
/// invocation[names]  // [String]
/// invocation[paths]  // [String], never empty
/// ```
///
/// Words go to the arguments in the order declared; one that takes many leaves what the ones
/// after it need.
package struct Positional<Value: Sendable>: Argument {
  /// What the parser and the help page need to know of the argument.
  package let parameter: Parameter

  /// Turns the words given into the value.
  private let interpret: @Sendable ([String]) -> Value

  /// Declares an argument of exactly one word.
  package init(_ name: String, _ syntax: Syntax<Value>, help: String) {
    self.init(name, syntax, help: help, isRequired: true, isRepeating: false) { texts in
      syntax.value(of: texts[0])
    }
  }

  /// Declares an argument of one word or none.
  package init<Element>(
    optional name: String, _ syntax: Syntax<Element>, defaultText: String? = nil, help: String
  ) where Value == Element? {
    self.init(
      name, syntax, help: help, defaultText: defaultText, isRequired: false, isRepeating: false
    ) { texts in
      texts.first.map(syntax.value)
    }
  }

  /// Declares an argument of any number of words.
  package init<Element>(
    zeroOrMore name: String, _ syntax: Syntax<Element>, defaultText: String? = nil, help: String
  ) where Value == [Element] {
    self.init(
      name, syntax, help: help, defaultText: defaultText, isRequired: false, isRepeating: true
    ) { texts in
      texts.map(syntax.value)
    }
  }

  /// Declares an argument of at least one word.
  package init<Element>(oneOrMore name: String, _ syntax: Syntax<Element>, help: String)
  where Value == [Element] {
    self.init(name, syntax, help: help, isRequired: true, isRepeating: true) { texts in
      texts.map(syntax.value)
    }
  }

  /// Declares an argument of any arity.
  private init<Element>(
    _ name: String, _ syntax: Syntax<Element>, help: String, defaultText: String? = nil,
    isRequired: Bool, isRepeating: Bool, interpret: @escaping @Sendable ([String]) -> Value
  ) {
    self.parameter = Parameter(
      .positional, name, short: nil, valueName: nil, help: help, syntax: syntax,
      defaultText: defaultText, isRequired: isRequired, isRepeating: isRepeating)
    self.interpret = interpret
  }

  /// Turns the words given on the command line into the value.
  package func value(of texts: [String]) -> Value { interpret(texts) }
}
