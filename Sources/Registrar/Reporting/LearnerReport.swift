package import EventSourcing
package import Gradebook
package import Grading

/// Everything a learner is told about one taking: the mark and what it is made of, what the case studies showed, what is
/// said of the answers, and what remains to pass.
///
/// **It holds what the learner may see and nothing else**: no key, no reason and no finding that a policy hides is in it,
/// so that no rendering can give one away.
package struct LearnerReport: Sendable {
  /// The course's title.
  package let course: String
  /// The moment it shows.
  package let at: Timestamp
  /// Where the taking stands.
  package let standing: Standing
  /// What remains to pass.
  package let outlook: Outlook
  /// The exercises of the taking's scheme, in its order.
  package let exercises: [ReportedExercise]
  /// The bullets of the syllabus, in order.
  package let bullets: [Scheme.Bullet]
  /// The review questions that are in the course's files, in their order.
  package let review: [Question]
  /// Those that are not any more; what they earned stays.
  package let lostReview: [QuestionID]
  /// The questions of the final exam in the order in which they are put; none before it starts.
  package let exam: [Question]
  /// Whether the exam takes answers now.
  package let examTakesAnswers: Bool

  /// One question with what was answered and what may be said to it.
  package struct Question: Sendable {
    /// The question itself.
    package var question: Grading.Question
    /// How it is shown.
    package var layout: QuestionLayout
    /// The answers so far, in the labels of the layout.
    package var answers: [String]
    /// How many tries are left.
    package var triesLeft: Int
    /// What the next try is worth; `nil` if there is none.
    package var nextCredit: Rational?
    /// The credit earned so far, where it may be told.
    package var credit: Rational?
    /// The share of the question that the last answer deserves, where it may be told.
    package var lastShare: Rational?
    /// What may be said of the last answer; `nil` if nothing.
    package var feedback: AnswerFeedback?

    /// Whether it takes no further answer.
    package var isOver: Bool { triesLeft == 0 }
  }

  /// The case studies alone, as results.
  package var results: ReportedResults {
    let isScored = exercises.allSatisfy { $0.score != nil || $0.weight == 0 }
    let unjailed = standing.exercises.filter { $0.counted?.isolation.level == .unconfined }.map(
      \.name)
    return ReportedResults(
      course: course,
      notices: unjailed.isEmpty
        ? []
        : [
          "ISOLATION: none. \(unjailed.joined(separator: ", ")) ran outside of a jail; do not rely "
            + "on these marks for code you do not trust."
        ],
      learners: [
        .init(
          name: standing.taking.learner, score: isScored ? standing.caseStudyScore : nil,
          exercises: exercises)
      ])
  }
}
