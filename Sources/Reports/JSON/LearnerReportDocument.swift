import EventSourcing
import Gradebook
import Grading
import Registrar

/// Everything a learner is told about one taking, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.feedback", "version": 1, "course", "at": milliseconds, "standing": STANDING,
///   "outlook": { "most": SCORE, "canPass", "missing": SCORE,
///     "parts": [ { "part", "score": SCORE, "most": SCORE, "need": SCORE } ] },
///   "exercises": [ EXERCISE ], "review": [ QUESTION ], "lostReview": [id], "exam": [ QUESTION ],
///   "examTakesAnswers" }
/// ```
///
/// `STANDING` is a whole ``StandingDocument``, `EXERCISE` as in `ExerciseEntry`, `QUESTION` as in `QuestionEntry`.
/// `outlook.most` is the highest mark that can still be reached; `need` is the share of a part that passes if no other
/// part changes, and is left out where no share does. `lostReview` are questions that are no longer in the course's files.
///
/// **It holds what the learner may see and nothing else.**
struct LearnerReportDocument: Encodable {
  private let format = "grader.feedback"
  private let version = 1
  private let course: String
  private let at: Int64
  private let standing: StandingDocument
  private let outlook: OutlookEntry
  private let exercises: [ExerciseEntry]
  private let review: [QuestionEntry]
  private let lostReview: [String]
  private let exam: [QuestionEntry]
  private let examTakesAnswers: Bool

  /// Puts a report into the document.
  init(_ report: LearnerReport) {
    course = report.course
    at = report.at.rawValue
    standing = StandingDocument(report.standing)
    outlook = OutlookEntry(report.outlook)
    exercises = report.exercises.map(ExerciseEntry.init)
    review = report.review.map { QuestionEntry($0) }
    lostReview = report.lostReview.map(\.rawValue)
    exam = report.exam.map { QuestionEntry($0) }
    examTakesAnswers = report.examTakesAnswers
  }

  /// What remains to pass.
  private struct OutlookEntry: Encodable {
    let most: Rational
    let canPass: Bool
    let missing: Rational
    let parts: [Part]

    init(_ outlook: Outlook) {
      most = outlook.most
      canPass = outlook.canPass
      missing = outlook.missing
      parts = outlook.parts.map {
        Part(part: $0.part.kind.rawValue, score: $0.part.score, most: $0.most, need: $0.need)
      }
    }
  }

  /// One part of the mark.
  private struct Part: Encodable {
    let part: String
    let score: Rational
    let most: Rational
    let need: Rational?
  }
}
