package import EventSourcing
package import Grading

/// One taking in a list of all: what a class is shown of it.
package struct TakingSummary: Hashable, Codable, Sendable {
  /// The taking.
  package var taking: TakingID
  /// The learner's full name.
  package var name: String
  /// When it began.
  package var openedAt: Timestamp
  /// When it was closed, if it is.
  package var closedAt: Timestamp?
  /// When something last happened in it.
  package var lastAt: Timestamp
  /// The weight of each part in hundredths, and of each exercise.
  package var weights: Weights
  /// The review questions.
  package var review: Review
  /// The share of each exercise that was earned; absent without a result.
  package var exercises: [String: FractionText]
  /// Where the exam stands, by the name of its phase.
  package var exam: String
  /// What the exam adds; nothing before it is over.
  package var examScore: FractionText

  /// What the mark is made of.
  package struct Weights: Hashable, Codable, Sendable {
    package var reviewQuestions: Int
    package var caseStudies: Int
    package var finalExam: Int
    package var passMark: Int
    package var exercises: [String: Int]
    /// Which submission counts, by its name in `grading.json`.
    package var keep: String
  }

  /// The review questions together.
  package struct Review: Hashable, Codable, Sendable {
    /// How many there are.
    package var count: Int
    /// How many have been tried.
    package var tried: Int
    /// What all have earned together.
    package var earned: FractionText
  }

  /// The weighted mark, the same as that of the taking's ``Standing``.
  package var mark: Mark {
    let caseStudies = Rational.weightedMean(
      weights.exercises.map { (exercises[$0.key]?.value ?? .zero, $0.value) })
    return Mark(
      weights: .init(
        reviewQuestions: weights.reviewQuestions, caseStudies: weights.caseStudies,
        finalExam: weights.finalExam), passMark: weights.passMark,
      reviewQuestions: review.count == 0
        ? .zero : review.earned.value / Rational(review.count),
      caseStudies: caseStudies ?? .zero, finalExam: examScore.value)
  }
}
