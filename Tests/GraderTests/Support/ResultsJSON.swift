import Foundation
import Testing

/// What these tests read of the JSON document of results.
struct ResultsJSON: Decodable {
  struct Learner: Decodable {
    struct Exercise: Decodable {
      struct Behaviour: Decodable {
        var id: String
        var verdict: String
        var detail: String?
      }
      var exercise: String
      var outcome: String
      var messages: [String]
      var earned: Int
      var points: Int
      var behaviours: [Behaviour]
    }
    var learner: String
    var exercises: [Exercise]
  }
  var format: String
  var version: Int
  var isolation: String
  var learners: [Learner]

  /// Grades a class folder's FrontDesk exercises and reads the result.
  static func grading(
    _ folder: ClassFolder, course: String? = nil, environment: [String: String] = [:]
  ) async throws -> ResultsJSON {
    let course = course.map { ["--course", $0] } ?? []
    let run = try await GraderProgram.run(
      ["grade", folder.path, "--exercise", "FrontDesk", "--format", "json"] + course,
      environment: environment)
    try #require([0, 2].contains(run.status), "\(run.status): \(run.error)")
    return try JSONDecoder().decode(ResultsJSON.self, from: Data(run.output.utf8))
  }

  /// The one exercise of a learner.
  func exercise(of learner: String) throws -> Learner.Exercise {
    let found = try #require(learners.first { $0.learner == learner })
    return try #require(found.exercises.first)
  }

  /// The ids of a learner's behaviours by verdict, except those that passed.
  func notPassed(by learner: String) throws -> [String: Set<String>] {
    var verdicts: [String: Set<String>] = [:]
    for behaviour in try exercise(of: learner).behaviours where behaviour.verdict != "passed" {
      verdicts[behaviour.verdict, default: []].insert(behaviour.id)
    }
    return verdicts
  }
}
