import PlainText

/// A reason of a command's own to refuse a command line that is well formed.
///
/// ```swift
/// Command("start", abstract: "Start an exam.", arguments: [exam, minutes]) {
///   (invocation) throws(ValidationError) in
///   guard invocation[minutes] <= 90 else {
///     throw ValidationError("An exam takes 90 minutes at most.", about: minutes)
///   }
///   …
/// }
/// ```
package struct ValidationError: Error {
  /// A sentence that says what is wrong and what to do.
  let message: String

  /// The argument whose help explains more.
  let parameter: Parameter?

  /// Creates a reason.
  ///
  /// - Parameters:
  ///   - message: A single line that says what is wrong and what to do; control characters in it
  ///     are escaped, so it may quote what was given.
  ///   - argument: The argument whose help explains more.
  package init(_ message: String, about argument: (any Argument)? = nil) {
    self.message = message.printable
    self.parameter = argument?.parameter
  }
}
