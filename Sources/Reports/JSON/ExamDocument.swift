import EventSourcing
import Gradebook
import Grading
package import Registrar

/// A sitting of the final exam as its learner may see it, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.exam", "version": 1, "learner", "taking": number, "phase", "takesAnswers", "startedAt",
///   "endsAt": milliseconds, "score": SCORE, "questions": [ QUESTION ] }
/// ```
///
/// `phase` and `SCORE` are as in ``StandingDocument``, `QUESTION` as in `QuestionEntry`. The score is there once the
/// sitting is over; members that do not apply are left out.
package struct ExamDocument: Encodable {
  private let format = "grader.exam"
  private let version = 1
  private let learner: String
  private let taking: Int
  private let phase: String
  private let takesAnswers: Bool
  private let startedAt: Int64?
  private let endsAt: Int64?
  private let score: Rational?
  private let questions: [QuestionEntry]

  /// Puts a sitting into the document.
  package init(_ sitting: Registrar.ExamSitting) {
    learner = sitting.taking.learner
    taking = sitting.taking.number
    phase = sitting.state.phase.rawValue
    takesAnswers = sitting.takesAnswers
    startedAt = sitting.state.started?.at.rawValue
    endsAt = sitting.state.started?.endsAt?.rawValue
    score = sitting.state.finished?.score.value
    questions = sitting.questions.map { entry in
      QuestionEntry(
        entry.item.question, shown: entry.layout,
        tries: sitting.tries(at: entry.item.question.id), policy: entry.policy,
        isOver: sitting.isOver(entry), feedback: sitting.feedback(on: entry))
    }
  }
}
