/// The weighted mark of one taking of the course, exact.
package struct Mark: Hashable, Sendable {
  /// One of the three parts.
  package struct Part: Hashable, Sendable {
    /// Which part it is.
    package var kind: Kind
    /// Its weight, in hundredths of the mark.
    package var weight: Int
    /// The share of it that was earned, from 0 to 1.
    package var score: Rational

    /// What it adds to the mark.
    package var contribution: Rational { Rational(weight, over: 100) * score }
  }

  /// The three parts.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case reviewQuestions, caseStudies, finalExam
  }

  /// The parts, in the order of ``Kind``.
  package let parts: [Part]
  /// The lowest mark that passes, in hundredths.
  package let passMark: Int

  /// Weighs the parts.
  ///
  /// - Parameters:
  ///   - weights: The weight of each part.
  ///   - passMark: The lowest mark that passes, in hundredths.
  ///   - reviewQuestions: The share of the review questions that was earned.
  ///   - caseStudies: The share of the case studies that was earned.
  ///   - finalExam: The share of the final exam that was earned.
  package init(
    weights: Scheme.Weights, passMark: Int, reviewQuestions: Rational, caseStudies: Rational,
    finalExam: Rational
  ) {
    parts = [
      Part(kind: .reviewQuestions, weight: weights.reviewQuestions, score: reviewQuestions),
      Part(kind: .caseStudies, weight: weights.caseStudies, score: caseStudies),
      Part(kind: .finalExam, weight: weights.finalExam, score: finalExam),
    ]
    self.passMark = passMark
  }

  /// The mark, from 0 to 1.
  package var total: Rational { parts.reduce(.zero) { $0 + $1.contribution } }

  /// Whether the mark reaches the pass mark; compared before anything is rounded.
  package var isPass: Bool { total >= Rational(passMark, over: 100) }
}
