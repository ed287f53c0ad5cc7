package import Grading

/// What a question may earn, and how likely each is.
package struct Earnings: Hashable, Sendable {
  /// One of the outcomes.
  package struct Chance: Hashable, Sendable {
    /// The share of the question.
    package var credit: Rational
    /// How likely it is, from 0 to 1.
    package var probability: Rational
  }

  /// The outcomes that can happen, the lowest first; their probabilities sum to 1.
  package var chances: [Chance]

  /// What is earned on average.
  package var expected: Rational {
    chances.reduce(.zero) { $0 + $1.credit * $1.probability }
  }
}
