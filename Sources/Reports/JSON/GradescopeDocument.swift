import Foundation
import Grading
import PlainText

/// The case studies of one learner as the `results.json` that Gradescope reads from an autograder.
///
/// ```text
/// { "score": number, "output": text, "output_format": "text", "visibility": "visible",
///   "tests": [ { "name", "number": "1.2", "score": number, "max_score": number, "status": "passed" | "failed", "output",
///     "output_format": "text", "visibility": "visible", "tags": [exercise, verdict] } ] }
/// ```
///
/// `score` is the weighted score of the case studies in hundredths, cut off after two decimals, so **an assignment there
/// is worth 100 points**; it overrides the sum of the tests, whose points are those of their suites. Everything in it may
/// be seen by the learner.
///
/// **A fault of the grader gives no score, neither in all nor of any test.** Gradescope then takes the run for failed, which
/// calls a person and lowers no mark.
struct GradescopeDocument: Encodable {
  private let score: Decimal?
  private let output: String
  private let outputFormat = "text"
  private let visibility = "visible"
  private let tests: [Test]

  private enum CodingKeys: String, CodingKey {
    case score, output, visibility, tests
    case outputFormat = "output_format"
  }

  /// Puts the results of one learner into the document.
  init(_ learner: ReportedResults.Learner, notices: [String], course: String) {
    let isScored = learner.score != nil && !learner.exercises.contains(where: \.hasGraderFault)
    score = isScored ? learner.score.flatMap { Decimal(string: $0.percentage) } : nil
    let exercises = learner.exercises.map { exercise in
      var lines = [
        "\(exercise.name): \(exercise.earned) of \(counted(exercise.points, "point")), weight "
          + "\(exercise.weight)"
      ]
      if let sentence = exercise.outcome.sentence { lines.append("  \(sentence)") }
      lines += exercise.outcome.messages.map { "  \($0)" }
      return lines.joined(separator: "\n")
    }
    let ending =
      isScored
      ? "Score: \(learner.score.map { "\($0.percentage) %" } ?? "none")"
      : "No score, because the grader broke or nothing that was graded counts. Ask the instructor."
    output = ([course] + exercises + notices + [ending]).joined(separator: "\n").spelledLines
    tests = learner.exercises.enumerated().flatMap { place, exercise in
      exercise.behaviours.enumerated().map { index, behaviour in
        Test(
          behaviour, of: exercise.name, number: "\(place + 1).\(index + 1)", isScored: isScored)
      }
    }
  }

  /// One behaviour.
  private struct Test: Encodable {
    let name: String
    let number: String
    let score: Int?
    let maximum: Int?
    let status: String
    let output: String
    let outputFormat = "text"
    let visibility = "visible"
    let tags: [String]

    enum CodingKeys: String, CodingKey {
      case name, number, score, status, output, visibility, tags
      case maximum = "max_score"
      case outputFormat = "output_format"
    }

    init(_ behaviour: ReportedBehaviour, of exercise: String, number: String, isScored: Bool) {
      name = "\(exercise) \(behaviour.id): \(behaviour.sentence)".spelledLines
      self.number = number
      score = isScored ? behaviour.earned : nil
      maximum = behaviour.points
      status = behaviour.verdict == .passed ? "passed" : "failed"
      let notes = behaviour.notes.map { "\($0.label): \($0.text)" }
      output = ([behaviour.verdict.words] + notes).joined(separator: "\n").spelledLines
      tags = [exercise, behaviour.verdict.rawValue].map(\.spelledLines)
    }
  }
}

extension String {
  /// The text with everything spelled out that could make a reader see something else than it says, but line breaks.
  fileprivate var spelledLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
      .joined(separator: "\n")
  }
}
