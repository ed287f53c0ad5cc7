/// Why a text is no answer to a question; nothing is marked and no try is used up.
package struct AnswerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and how to answer instead, in sentences.
  package let description: String

  /// Says what is wrong.
  package init(_ description: String) {
    self.description = description
  }
}
