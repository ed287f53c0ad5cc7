/// What somebody answered, in the identifiers of the question and not in the labels it was shown with.
package enum Answer: Hashable, Codable, Sendable {
  /// The options chosen; one of them for a single-choice question.
  case options(Set<String>)
  /// The items in the order given.
  case order([String])
  /// The right side given to each left one.
  case pairs([String: String])
  /// What was written in each blank, as exact numbers.
  case numbers([String: Rational])
  /// The words given.
  case text(String)
}
