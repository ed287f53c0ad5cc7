/// What a command line asks for.
package enum Outcome<Action> {
  /// To do what a command declares.
  case action(Action)
  /// To print a text to standard output and succeed: a help page or the version.
  case text(String)
}

extension Outcome: Sendable where Action: Sendable {}

extension Outcome: Equatable where Action: Equatable {}
