import Certificates
import Digests
import Foundation
import Gradebook
import Grading
import StrictJSON

/// The record of what a mark is made of, whose digest a certificate names, as a versioned JSON document.
///
/// ```text
/// { "format": "grader.record", "version": "1", "course", "taking", "learner", "scheme": digest of grading.json,
///   "gradebookHead": "COUNT:DIGEST", "mark": FRACTION, "passMark": hundredths,
///   "parts": [ { "part", "weight": hundredths, "score": FRACTION } ],
///   "reviewQuestions": { "questions", "tried" },
///   "caseStudies": [ { "exercise", "weight", "submission": digest, "earned", "points", "isolation", "suite": digest,
///     "runtime": digest, "verdicts": { behaviour: verdict } } ],
///   "finalExam": { "questions", "tried", "sittingsTakenBack" } }
/// ```
///
/// Every value is a text; FRACTION is an exact fraction such as `15/16`. It is written once, when a certificate is issued,
/// and kept with it.
struct GradingRecord {
  private let standing: Standing
  private let gradebookHead: String

  /// Records where a taking stands.
  init(_ standing: Standing, gradebookHead: String) {
    self.standing = standing
    self.gradebookHead = gradebookHead
  }

  /// The document.
  var document: OrderedJSON {
    let mark = standing.mark
    return [
      "format": "grader.record", "version": "1", "course": .string(standing.scheme.course),
      "taking": .string(standing.taking.description), "learner": .string(standing.name),
      "scheme": .string(standing.schemeDigest), "gradebookHead": .string(gradebookHead),
      "mark": .string(mark.total.description), "passMark": .string("\(mark.passMark)"),
      "parts": .array(
        mark.parts.map { part in
          [
            "part": .string(part.kind.rawValue), "weight": .string("\(part.weight)"),
            "score": .string(part.score.description),
          ]
        }),
      "reviewQuestions": [
        "questions": .string("\(standing.review.count)"),
        "tried": .string("\(standing.review.count { !$0.tries.list.isEmpty })"),
      ],
      "caseStudies": .array(standing.exercises.map(Self.document)),
      "finalExam": [
        "questions": .string("\(standing.exam.questions)"),
        "tried": .string("\(standing.exam.tried)"),
        "sittingsTakenBack": .string("\(standing.exam.resets.count)"),
      ],
    ]
  }

  /// One exercise.
  private static func document(_ exercise: Standing.Exercise) -> OrderedJSON {
    let document: OrderedJSON = [
      "exercise": .string(exercise.name), "weight": .string("\(exercise.weight)"),
    ]
    guard let counted = exercise.counted else { return document }
    let verdicts = counted.verdicts.sorted { $0.key < $1.key }
    return document.adding("submission", .string(counted.submission))
      .adding("earned", .string("\(counted.earned)")).adding("points", .string("\(counted.points)"))
      .adding("isolation", .string(counted.isolation.rawValue)).adding(
        "suite", .string(counted.suite)
      )
      .adding("runtime", .string(counted.runtime))
      .adding("verdicts", .object(verdicts.map { .init($0.key, .string($0.value)) }))
  }
}
