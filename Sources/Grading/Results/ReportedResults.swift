/// The case studies of some learners as reports show them.
package struct ReportedResults: Hashable, Sendable {
  /// The course's title.
  package var course: String
  /// What must be said beside the results, a sentence each.
  package var notices: [String]
  /// The learners.
  package var learners: [Learner]

  /// One learner.
  package struct Learner: Hashable, Sendable {
    /// The learner's name.
    package var name: String
    /// The weighted share of the exercises that was earned, or `nil` where there is none.
    package var score: Rational?
    /// The exercises, in the order of the scheme.
    package var exercises: [ReportedExercise]

    /// Sets every property.
    package init(name: String, score: Rational?, exercises: [ReportedExercise]) {
      self.name = name
      self.score = score
      self.exercises = exercises
    }
  }

  /// Sets every property.
  package init(course: String, notices: [String], learners: [Learner]) {
    self.course = course
    self.notices = notices
    self.learners = learners
  }

  /// The results of a class as they stand.
  package init(_ result: ClassResult) {
    self.init(
      course: result.course, notices: result.notices,
      learners: result.learners.map { learner in
        Learner(
          name: learner.learner, score: learner.caseStudyScore(weights: result.weights),
          exercises: learner.exercises.map {
            ReportedExercise($0, weight: result.weights[$0.exercise] ?? 0)
          })
      })
  }
}

extension ClassResult {
  /// What must be said loudly when learners' code was not isolated.
  package var isolationNotice: String? {
    guard isolation == .unconfined else { return nil }
    return "ISOLATION: none. The code ran outside of a jail, as your own user; "
      + "do not rely on these marks for code you do not trust."
      + (isolation < minimumIsolation ? " They do not count for a certificate." : "")
  }

  /// What must be said beside the results.
  fileprivate var notices: [String] {
    (isolationNotice.map { [$0] } ?? [])
      + (isPartial
        ? ["Some exercises of the course were left out; the score is that of these."] : [])
  }
}
