package import Grading

/// The results of a class as a versioned JSON document.
///
/// ```text
/// { "format": "grader.results", "version": 1, "course", "isolation", "isPartial",
///   "digests": { "scheme", "runtime" },
///   "learners": [ { "learner", "caseStudyScore": SCORE or null,
///     "exercises": [ { "exercise", "weight", "outcome", "messages": [text],
///       "earned", "points", "score": SCORE or null,
///       "behaviours": [ { "id", "sentence", "points", "earned", "verdict", "detail", "hint", "lastWords",
///         "finding": { "given": [text], "when", "expected", "got", "differences": [text] } } ] } ] } ],
///   "concerns": [ { "name", "exercise", "reason" } ] }
/// SCORE = { "numerator", "denominator", "percentage": "97.22" }
/// ```
///
/// `outcome` is one of `graded`, `notHandedIn`, `refused`, `notBuilt`, `graderFault`; `verdict` one of the names of
/// ``Verdict``; `isPartial` says that exercises of the scheme were left out; `concerns` is all that a person must
/// look at. A score is exact; `percentage` is cut off after two decimals. Members that do not apply are left out,
/// except scores, which are `null` after a grader fault.
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
    isolation = result.isolation
    isPartial = result.isPartial
    concerns = result.concerns.map(ConcernEntry.init)
    digests = Digests(scheme: result.scheme, runtime: result.runtime)
    learners = result.learners.map { learner in
      Learner(
        learner: learner.learner,
        caseStudyScore: learner.caseStudyScore(weights: result.weights),
        exercises: learner.exercises.map { exercise in
          Exercise(exercise, weight: result.weights[exercise.exercise] ?? 0)
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
    var exercises: [Exercise]

    enum CodingKeys: CodingKey { case learner, caseStudyScore, exercises }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(learner, forKey: .learner)
      try members.encode(caseStudyScore, forKey: .caseStudyScore)
      try members.encode(exercises, forKey: .exercises)
    }
  }

  /// One exercise.
  private struct Exercise: Encodable {
    var result: ExerciseResult
    var weight: Int

    init(_ result: ExerciseResult, weight: Int) {
      self.result = result
      self.weight = weight
    }

    enum CodingKeys: CodingKey {
      case exercise, weight, outcome, messages, earned, points, score, behaviours
    }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(result.exercise, forKey: .exercise)
      try members.encode(weight, forKey: .weight)
      try members.encode(result.outcome.name, forKey: .outcome)
      try members.encode(result.outcome.messages, forKey: .messages)
      try members.encode(result.earned, forKey: .earned)
      try members.encode(result.points, forKey: .points)
      try members.encode(result.score, forKey: .score)
      try members.encode(result.behaviours.map(BehaviourEntry.init), forKey: .behaviours)
    }
  }

  /// One behaviour.
  private struct BehaviourEntry: Encodable {
    var id: String
    var sentence: String
    var points: Int
    var earned: Int
    var verdict: String
    var detail: String?
    var hint: String?
    var lastWords: String?
    var finding: Finding?

    init(_ result: BehaviourResult) {
      id = result.behaviour.id
      sentence = result.behaviour.sentence
      points = result.behaviour.points
      earned = result.earned
      verdict = result.verdict.name
      detail = result.verdict.detail
      hint = result.verdict.isAboutSubmission ? result.behaviour.hint : nil
      lastWords = result.lastWords
      finding = result.finding
    }
  }
}
