package import Gradebook

/// Why the registrar did not do what it was asked; nothing was changed.
package struct RegistrarError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is concerned, which decides the exit code.
  package enum Kind: Hashable, Sendable {
    /// Something that was named does not exist, or what was given is not of its form.
    case input
    /// The rules of the course do not allow it.
    case refused
    /// The gradebook could not be read or written; the same may be tried again.
    case gradebook
  }

  /// What is concerned.
  package let kind: Kind
  /// Sentences naming the thing.
  package let description: String
  /// What to do about it, where the sentences do not say so; a front puts it into its own words.
  package let remedy: Remedy?

  /// Says what is wrong.
  package init(_ kind: Kind, _ description: String, remedy: Remedy? = nil) {
    self.kind = kind
    self.description = description
    self.remedy = remedy
  }

  /// Says what the rules say.
  init(_ kind: Kind = .refused, _ rejection: any GradebookRejection) {
    self.init(kind, rejection.description, remedy: rejection.remedy)
  }
}
