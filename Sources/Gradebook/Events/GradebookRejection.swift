/// A refusal by the rules of the gradebook: sentences that say what is refused, and perhaps a way out.
package protocol GradebookRejection: Error, CustomStringConvertible {
  /// What there is to do about it, if the sentences do not say so already.
  var remedy: Remedy? { get }
}
