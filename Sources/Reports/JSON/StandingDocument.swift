import EventSourcing
package import Gradebook
import Grading

/// Where a taking stands, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.standing", "version": 1, "learner", "taking": number, "name", "scheme": digest,
///   "closed": { "at": milliseconds, "reason" },
///   "parts": [ { "part", "weight": hundredths, "score": SCORE, "contribution": SCORE } ],
///   "mark": SCORE, "passMark": hundredths, "isPass", "exam": phase,
///   "review": [ { "question", "tries": number, "best": SCORE } ],
///   "exercises": [ { "exercise", "weight", "submissions": number, "pending": [digest], "submission": digest,
///     "earned", "points", "score": SCORE, "isolation" } ] }
/// SCORE = { "numerator", "denominator", "percentage": "97.22" }
/// ```
///
/// `part` is one of `reviewQuestions`, `caseStudies`, `finalExam`; `exam` one of `notStarted`, `underWay`, `over`. A
/// score is exact; `percentage` is cut off after two decimals. Members that do not apply are left out.
package struct StandingDocument: Encodable {
  private let format = "grader.standing"
  private let version = 1
  private let learner: String
  private let taking: Int
  private let name: String
  private let scheme: String
  private let closed: Closing?
  private let parts: [Part]
  private let mark: Rational
  private let passMark: Int
  private let isPass: Bool
  private let exam: String
  private let review: [Question]
  private let exercises: [Exercise]

  /// Puts a standing into the document.
  package init(_ standing: Standing) {
    learner = standing.taking.learner
    taking = standing.taking.number
    name = standing.name
    scheme = standing.schemeDigest
    closed = standing.closed.map { Closing(at: $0.at.rawValue, reason: $0.reason) }
    let mark = standing.mark
    parts = mark.parts.map {
      Part(
        part: $0.kind.rawValue, weight: $0.weight, score: $0.score, contribution: $0.contribution)
    }
    self.mark = mark.total
    passMark = mark.passMark
    isPass = mark.isPass
    exam = standing.exam.phase.rawValue
    review = standing.review.map {
      Question(question: $0.id.rawValue, tries: $0.tries.list.count, best: $0.tries.best)
    }
    exercises = standing.exercises.map { exercise in
      Exercise(
        exercise: exercise.name, weight: exercise.weight, submissions: exercise.submissions,
        pending: exercise.pending.map(\.digest), submission: exercise.counted?.submission,
        earned: exercise.counted?.earned, points: exercise.counted?.points,
        score: exercise.counted?.score, isolation: exercise.counted?.isolation.rawValue)
    }
  }

  /// How the taking ended.
  private struct Closing: Encodable {
    var at: Int64
    var reason: String
  }

  /// One part of the mark.
  private struct Part: Encodable {
    var part: String
    var weight: Int
    var score: Rational
    var contribution: Rational
  }

  /// One review question.
  private struct Question: Encodable {
    var question: String
    var tries: Int
    var best: Rational
  }

  /// One exercise.
  private struct Exercise: Encodable {
    var exercise: String
    var weight: Int
    var submissions: Int
    var pending: [String]
    var submission: String?
    var earned: Int?
    var points: Int?
    var score: Rational?
    var isolation: String?
  }
}
