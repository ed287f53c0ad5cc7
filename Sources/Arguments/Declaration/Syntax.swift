import PlainText

/// How a value is written on the command line.
///
/// ```swift
/// Option(optional: "jobs", .integer(in: 1...64), help: "Exercises graded at once.")
/// Option("format", .choice(of: Format.self), default: .text, help: "How to print.")
/// ```
package struct Syntax<Value: Sendable>: Sendable {
  /// The texts there are, if they can be listed.
  let choices: [String]

  /// What a text has to be if the texts cannot be listed, as in “a whole number”.
  let expectation: String?

  /// Reads a text, or yields nothing if it is no value.
  let read: @Sendable (String) -> Value?

  /// Writes a value as one would type it; the help page prints defaults with it.
  let write: @Sendable (Value) -> String

  /// Creates a syntax of one's own.
  ///
  /// - Parameters:
  ///   - choices: The texts there are, if they can be listed.
  ///   - expectation: What a text has to be, to complete the sentence “Please provide …”.
  ///   - read: Reads a text, or yields nothing if it is no value; **always the same for the same
  ///     text**, as a text is read once to check and once to use it.
  ///   - write: Writes a value as one would type it.
  package init(
    choices: [String] = [],
    expectation: String? = nil,
    read: @escaping @Sendable (String) -> Value?,
    write: @escaping @Sendable (Value) -> String
  ) {
    self.choices = choices
    self.expectation = expectation
    self.read = read
    self.write = write
  }

  /// Reads a text that was accepted before.
  func value(of text: String) -> Value {
    guard let value = read(text) else {
      preconditionFailure("A syntax accepted '\(text.printable)' and then could not read it.")
    }
    return value
  }
}

extension Syntax where Value == String {
  /// Any text.
  package static var text: Self {
    Self(read: { $0 }, write: { $0 })
  }

  /// One of the given texts, for choices known only when the tool runs.
  package static func choice(among texts: [String]) -> Self {
    Self(choices: texts, read: { texts.contains($0) ? $0 : nil }, write: { $0 })
  }
}

extension Syntax where Value == Int {
  /// Any whole number.
  package static var integer: Self { .integer(in: Int.min...Int.max) }

  /// A whole number within bounds.
  package static func integer(in bounds: ClosedRange<Int>) -> Self {
    let expectation =
      switch (bounds.lowerBound, bounds.upperBound) {
      case (.min, .max): "a whole number"
      case (let least, .max): "a whole number of at least \(least)"
      case (.min, let most): "a whole number of at most \(most)"
      case (let least, let most): "a whole number from \(least) to \(most)"
      }
    return Self(
      expectation: expectation,
      read: { text in Int(text).flatMap { bounds.contains($0) ? $0 : nil } },
      write: { String($0) })
  }
}

extension Syntax
where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One of the cases of an enumeration, written as its raw value.
  package static func choice(of type: Value.Type = Value.self) -> Self {
    Self(
      choices: Value.allCases.map(\.rawValue),
      read: { text in Value.allCases.first { $0.rawValue == text } },
      write: { $0.rawValue })
  }
}
