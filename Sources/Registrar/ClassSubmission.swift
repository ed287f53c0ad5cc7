package import Gradebook

/// What became of everything in the folder of a class that was handed in.
///
/// It holds a few words of each submission, whatever the suites saw, so that a class of any size fits.
package struct ClassSubmission: Sendable {
  /// What became of each exercise of each learner who was taken in, by learner and then in the order of the scheme.
  package let entries: [Entry]
  /// What in the folder was not taken in at all.
  package let strangers: [Stranger]
  /// How many exercises there were to look at.
  package let total: Int

  /// Whether every exercise was looked at; not so after a halt.
  package var isComplete: Bool { entries.count == total }

  /// Whether grading broke somewhere.
  package var hasPending: Bool {
    entries.contains { if case .pending = $0.outcome { true } else { false } }
  }

  /// Whether everything was taken in and has full marks.
  package var hasFullMarks: Bool {
    strangers.isEmpty
      && entries.allSatisfy { entry in
        switch entry.outcome {
        case .graded(let points), .answered(let points): points.earned == points.possible
        case .notHandedIn, .refused, .pending: false
        }
      }
  }

  /// One exercise of one learner.
  package struct Entry: Hashable, Sendable {
    /// The learner.
    package let learner: String
    /// The exercise.
    package let exercise: String
    /// What became of it.
    package let outcome: Outcome
  }

  /// What became of one exercise of one learner.
  package enum Outcome: Hashable, Sendable {
    /// It was graded and recorded.
    case graded(Points)
    /// The record answered.
    case answered(Points)
    /// There was nothing to grade.
    case notHandedIn(reason: String)
    /// It was not taken in; each reason is a sentence, and the remedy is that of the last.
    case refused(reasons: [String], remedy: Remedy? = nil)
    /// It is kept without a result, since grading it broke.
    case pending(reason: String)
  }

  /// What was earned.
  package struct Points: Hashable, Sendable {
    /// The points earned.
    package let earned: Int
    /// The points there are.
    package let possible: Int

    /// Those of a result.
    init(_ result: SubmissionResult) {
      earned = result.earned
      possible = result.points
    }
  }

  /// An entry of the folder that belongs to no learner who can hand in.
  package struct Stranger: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// Why it was not taken in, in sentences.
    package let reason: String
    /// What to do about it, where the sentences do not say so.
    package let remedy: Remedy?
  }
}
