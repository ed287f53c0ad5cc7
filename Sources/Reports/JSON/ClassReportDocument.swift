import EventSourcing
package import Gradebook
import Grading

/// How a class does, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.class-report", "version": 1, "course", "at": milliseconds, "passMark": hundredths,
///   "learners": [ { "learner", "taking": number, "name", "mark": SCORE, "isPass", "passMark": hundredths,
///     "parts": [ { "part", "weight": hundredths, "score": SCORE, "contribution": SCORE } ], "exam": phase,
///     "reviewQuestions": number, "reviewTried": number, "lastAt", "closedAt": milliseconds,
///     "exercises": [ { "exercise", "score": SCORE, "submissions": number, "pending": number } ] } ],
///   "exercises": [ { "exercise", "weight", "counted": number, "pending": number, "missing": number,
///     "behaviours": [ { "behaviour", "sentence", "points", "graded": number, "passed": number, "share": SCORE } ] } ],
///   "items": [ { "question", "part", "bullet", "kind", "learners": number, "tried": number, "facility": SCORE,
///     "expected": SCORE, "earned": SCORE, "tries": SCORE, "discrimination": number,
///     "discriminationState": "given" | "tooFew" | "undefined", "remarks": [name] } ],
///   "days": [ { "day": "2026-11-24", "submissions": number } ],
///   "concerns": [ { "learner", "taking": number, "name", "kind", "exercise", "detail", "at": milliseconds } ] }
/// ```
///
/// `SCORE`, `part` and `exam` are as in ``StandingDocument``; what figures mean stands at `ClassReport` and `ItemFigures`. The names
/// of `kind` and `remarks` are those of the cases of `ClassReport.Concern.Kind` and `ClassReport.Item.Remark`. Members that do
/// not apply, and shares of too few learners, are left out. Days are those of UTC.
package struct ClassReportDocument: Encodable {
  private let format = "grader.class-report"
  private let version = 1
  private let course: String
  private let at: Int64
  private let passMark: Int
  private let learners: [Learner]
  private let exercises: [Exercise]
  private let items: [Item]
  private let days: [Day]
  private let concerns: [Concern]

  /// Puts a report into the document.
  package init(_ report: ClassReport) {
    course = report.course
    at = report.at.rawValue
    passMark = report.passMark
    let names = report.exercises.map(\.name)
    learners = report.learners.map { Learner($0, exercises: names) }
    exercises = report.exercises.map(Exercise.init)
    items = report.items.map(Item.init)
    days = report.days.map {
      Day(day: ClassReport.Day.name(of: $0.number), submissions: $0.submissions)
    }
    concerns = report.concerns.map { concern in
      Concern(
        learner: concern.taking.learner, taking: concern.taking.number, name: concern.name,
        kind: concern.kind.rawValue, exercise: concern.exercise, detail: concern.words,
        at: concern.at.rawValue)
    }
  }

  /// The submissions of one day.
  private struct Day: Encodable {
    var day: String
    var submissions: Int
  }

  /// Something that needs attention.
  private struct Concern: Encodable {
    var learner: String
    var taking: Int
    var name: String
    var kind: String
    var exercise: String?
    var detail: String
    var at: Int64
  }

  /// One learner.
  private struct Learner: Encodable {
    var learner: String
    var taking: Int
    var name: String
    var mark: Rational
    var isPass: Bool
    var passMark: Int
    var parts: [Part]
    var exam: String
    var reviewQuestions: Int
    var reviewTried: Int
    var lastAt: Int64
    var closedAt: Int64?
    var exercises: [Submitted]

    /// One part of the mark.
    struct Part: Encodable {
      var part: String
      var weight: Int
      var score: Rational
      var contribution: Rational
    }

    /// What came of one exercise.
    struct Submitted: Encodable {
      var exercise: String
      var score: Rational?
      var submissions: Int
      var pending: Int
    }

    /// Puts a learner into the document, with the exercises in an order.
    init(_ learner: ClassReport.Learner, exercises names: [String]) {
      self.learner = learner.taking.learner
      taking = learner.taking.number
      name = learner.name
      mark = learner.mark.total
      isPass = learner.mark.isPass
      passMark = learner.mark.passMark
      parts = learner.mark.parts.map { part in
        Part(
          part: part.kind.rawValue, weight: part.weight, score: part.score,
          contribution: part.contribution)
      }
      exam = learner.exam.rawValue
      reviewQuestions = learner.reviewQuestions
      reviewTried = learner.reviewTried
      lastAt = learner.lastAt.rawValue
      closedAt = learner.closedAt?.rawValue
      exercises = names.compactMap { name in
        learner.exercises[name].map { submitted in
          Submitted(
            exercise: name, score: submitted.score, submissions: submitted.submissions,
            pending: submitted.pending)
        }
      }
    }
  }

  /// One exercise.
  private struct Exercise: Encodable {
    var exercise: String
    var weight: Int
    var counted: Int
    var pending: Int
    var missing: Int
    var behaviours: [Behaviour]

    /// One behaviour.
    struct Behaviour: Encodable {
      var behaviour: String
      var sentence: String?
      var points: Int?
      var graded: Int
      var passed: Int
      var share: Rational?
    }

    /// Puts an exercise into the document.
    init(_ exercise: ClassReport.Exercise) {
      self.exercise = exercise.name
      weight = exercise.weight
      counted = exercise.counted
      pending = exercise.pending
      missing = exercise.missing
      behaviours = exercise.behaviours.map { behaviour in
        Behaviour(
          behaviour: behaviour.id, sentence: behaviour.sentence, points: behaviour.points,
          graded: behaviour.graded, passed: behaviour.passed, share: behaviour.share)
      }
    }
  }

  /// One question.
  private struct Item: Encodable {
    var question: String
    var part: String
    var bullet: String?
    var kind: String?
    var learners: Int
    var tried: Int
    var facility: Rational?
    var expected: Rational?
    var earned: Rational?
    var tries: Rational?
    var discrimination: Double?
    var discriminationState: String
    var remarks: [String]

    /// Puts a question into the document.
    init(_ item: ClassReport.Item) {
      question = item.figures.question.rawValue
      part = item.part.rawValue
      bullet = item.bullet?.rawValue
      kind = item.kind?.rawValue
      learners = item.figures.learners
      tried = item.figures.tried
      facility = item.figures.facility
      expected = item.expected
      earned = item.figures.earned
      tries = item.figures.tries
      switch item.figures.discrimination {
      case .value(let value): (discrimination, discriminationState) = (value, "given")
      case .tooFew: (discrimination, discriminationState) = (nil, "tooFew")
      case .undefined: (discrimination, discriminationState) = (nil, "undefined")
      }
      remarks = item.remarks.map(\.rawValue)
    }
  }
}
