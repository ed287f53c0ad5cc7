/// Something that was given on the command line cannot be used.
struct InputError: Error, CustomStringConvertible {
  /// What is wrong with it, which decides the exit code.
  enum Kind {
    /// It leads nowhere: a file that cannot be read, or a folder that cannot be written to.
    case missing
    /// It is not of its form.
    case malformed
  }

  /// What is wrong with it.
  let kind: Kind
  /// Sentences naming the thing and the remedy.
  let description: String

  /// Sets both.
  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
