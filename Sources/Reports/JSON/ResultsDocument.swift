package import Grading

/// The results of a class as a versioned JSON document.
///
/// ```text
/// { "format": "grader.results", "version": 1, "course", "isolation", "isPartial",
///   "digests": { "scheme", "runtime" },
///   "learners": [ { "learner", "caseStudyScore": SCORE or null, "exercises": [ EXERCISE ] } ],
///   "concerns": [ { "name", "exercise", "reason" } ] }
/// SCORE = { "numerator", "denominator", "percentage": "97.22" }
/// ```
///
/// `EXERCISE` is as in `ExerciseEntry`; `isPartial` says that exercises of the scheme were left out; `concerns` is all that
/// a person must look at. A score is exact; `percentage` is cut off after two decimals. After a grader fault it is `null`.
package struct ResultsDocument: Encodable {
  private let format = "grader.results"
  private let version = 1
  private let course: String
  private let isolation: String
  private let isPartial: Bool
  private let digests: Digests
  private let learners: [Learner]
  private let concerns: [ConcernEntry]

  /// Puts results into the document.
  package init(_ result: ClassResult) {
    course = result.course
    isolation = result.isolation.rawValue
    isPartial = result.isPartial
    concerns = result.concerns.map(ConcernEntry.init)
    digests = Digests(scheme: result.scheme, runtime: result.runtime)
    learners = result.learners.map { learner in
      Learner(
        learner: learner.learner,
        caseStudyScore: learner.caseStudyScore(weights: result.weights),
        exercises: learner.exercises.map { exercise in
          ExerciseEntry(
            ReportedExercise(exercise, weight: result.weights[exercise.exercise] ?? 0))
        })
    }
  }

  /// What the results depend on.
  private struct Digests: Encodable {
    var scheme: String
    var runtime: String
  }

  /// One learner.
  private struct Learner: Encodable {
    var learner: String
    var caseStudyScore: Rational?
    var exercises: [ExerciseEntry]

    enum CodingKeys: CodingKey { case learner, caseStudyScore, exercises }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(learner, forKey: .learner)
      try members.encode(caseStudyScore, forKey: .caseStudyScore)
      try members.encode(exercises, forKey: .exercises)
    }
  }
}
