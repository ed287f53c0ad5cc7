/// A declared argument that also is the key by which its value is read from an invocation.
///
/// ``Positional``, ``Option`` and ``Flag`` are the arguments there are. Declare each once, list it
/// in a ``Command`` and give the same value to the ``Invocation``: a misspelt name does not
/// compile and the value comes back in its own type.
package protocol Argument<Value>: Sendable {
  /// The type in which a handler receives the argument.
  associatedtype Value: Sendable

  /// What the parser and the help page need to know of the argument.
  var parameter: Parameter { get }

  /// Turns the texts given on the command line into the value.
  ///
  /// - Parameter texts: The texts in the order given, each accepted by the parameter before; as
  ///   many as the parameter demands.
  func value(of texts: [String]) -> Value
}

/// An argument given by its name, which therefore may stand anywhere after its command.
///
/// A command with subcommands takes only these, as its words are the subcommands' names.
package protocol NamedArgument<Value>: Argument {}
