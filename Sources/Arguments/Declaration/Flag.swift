/// An argument that is a name alone, given or not: `--verbose`, `-v`, or `-qv` with another.
///
/// ```swift
/// let verbose = Flag("verbose", short: "v", help: "Print every step.")
///
/// invocation[verbose]  // Bool
/// ```
///
/// Giving a flag twice says nothing new, hence is no mistake.
package struct Flag: NamedArgument {
  /// What the parser and the help page need to know of the flag.
  package let parameter: Parameter

  /// Declares a flag.
  package init(_ name: String, short: Character? = nil, help: String) {
    self.parameter = Parameter(flag: name, short: short, help: help)
  }

  /// Tells whether the flag was given.
  package func value(of texts: [String]) -> Bool { !texts.isEmpty }
}
