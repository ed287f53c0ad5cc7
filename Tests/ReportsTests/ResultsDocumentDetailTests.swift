import Foundation
import Grading
import Reports
import Testing

@Suite("Results as a JSON document, in every detail")
struct ResultsDocumentDetailTests {
  /// A class with every outcome and every verdict.
  private static func sample() throws -> ClassResult {
    let verdicts: [Verdict] = [
      .passed, .failed, .crashed(signal: 4), .exited(status: 1), .timedOut, .outOfMemory,
      .brokeProtocol("x"), .notRun,
    ]
    func catalogue(_ name: String) throws -> Catalogue {
      try Catalogue(
        exercise: ExerciseSpecification(name: name, requires: [], services: ""),
        behaviours: verdicts.indices.map {
          Behaviour(id: "B\($0 + 1)", sentence: "S", points: 1, hint: "H", isOpen: true)
        })
    }
    let finding = Finding(
      given: ["g"], when: "w\u{1B}", expected: "e/f", got: "\u{0}", differences: ["d"])
    let graded = try catalogue("Graded")
    let results = zip(graded.behaviours, verdicts).map { behaviour, verdict in
      BehaviourResult(
        behaviour: behaviour, verdict: verdict, finding: verdict == .failed ? finding : nil,
        lastWords: verdict == .crashed(signal: 4) ? "Fatal error" : nil)
    }
    let learner = LearnerResult(
      learner: "ada\u{1B}",
      exercises: [
        .graded(graded, results),
        .notGraded(try catalogue("Missing"), .notHandedIn(reason: "r")),
        .notGraded(try catalogue("Refused"), .refused(reasons: ["r1", "r2"])),
        .notGraded(try catalogue("Unbuilt"), .notBuilt(diagnostics: ["d1"])),
      ])
    return ClassResult(
      course: "Sample", isolation: .unconfined, minimumIsolation: .unconfined, scheme: "s",
      runtime: "r",
      weights: ["Graded": 3, "Missing": 1, "Refused": 0], isPartial: true,
      learners: [learner, LearnerResult(learner: "bo", exercises: [])])
  }

  /// The learners of a document as plain values.
  private static func learners(_ result: ClassResult) throws -> [[String: Any]] {
    let data = Data(try ResultsDocument(result).documentText().utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(root["learners"] as? [[String: Any]])
  }

  @Test("Each object has the documented members, no others, and leaves out what does not apply")
  func members() throws {
    let data = Data(try ResultsDocument(try Self.sample()).documentText().utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      Set(root.keys) == [
        "format", "version", "course", "isolation", "isPartial", "digests", "learners", "concerns",
      ])
    let learner = try #require(try Self.learners(try Self.sample()).first)
    #expect(Set(learner.keys) == ["learner", "caseStudyScore", "exercises"])
    let exercises = try #require(learner["exercises"] as? [[String: Any]])
    for exercise in exercises {
      #expect(
        Set(exercise.keys) == [
          "exercise", "weight", "outcome", "messages", "earned", "points", "score", "behaviours",
        ])
    }
    let behaviours = try #require(exercises[0]["behaviours"] as? [[String: Any]])
    let common: Set<String> = ["id", "sentence", "points", "earned", "verdict"]
    #expect(
      behaviours.map { Set($0.keys).subtracting(common).sorted() } == [
        [], ["finding", "hint"], ["detail", "hint", "lastWords"], ["detail", "hint"],
        ["detail", "hint"], ["detail", "hint"], ["detail", "hint"], [],
      ])
    #expect(behaviours.allSatisfy { common.isSubset(of: $0.keys) })
    let finding = try #require(behaviours[1]["finding"] as? [String: Any])
    #expect(Set(finding.keys) == ["given", "when", "expected", "got", "differences"])
    #expect(finding["when"] as? String == "w\u{1B}")
    #expect(finding["got"] as? String == "\u{0}")
  }

  @Test("Outcomes, messages and weights are those of the results")
  func outcomes() throws {
    let learner = try #require(try Self.learners(try Self.sample()).first)
    let exercises = try #require(learner["exercises"] as? [[String: Any]])
    #expect(
      exercises.map { $0["outcome"] as? String } == [
        "graded", "notHandedIn", "refused", "notBuilt",
      ])
    #expect(exercises.map { $0["messages"] as? [String] } == [[], ["r"], ["r1", "r2"], ["d1"]])
    #expect(exercises.map { $0["weight"] as? Int } == [3, 1, 0, 0])
    #expect(exercises.map { $0["earned"] as? Int } == [1, 0, 0, 0])
    #expect(exercises.map { $0["points"] as? Int } == [8, 8, 8, 8])
  }

  @Test("Scores are exact, with the percentage cut off")
  func scores() throws {
    let learners = try Self.learners(try Self.sample())
    // (3 · 1/8 + 1 · 0) / 4
    let score = try #require(learners[0]["caseStudyScore"] as? [String: Any])
    #expect(Set(score.keys) == ["numerator", "denominator", "percentage"])
    #expect(score["numerator"] as? Int == 3)
    #expect(score["denominator"] as? Int == 32)
    #expect(score["percentage"] as? String == "9.37")
    #expect(learners[1]["caseStudyScore"] is NSNull)
  }

  @Test("The text is the same every time, in sorted order, with escapes for control characters")
  func text() throws {
    let text = try ResultsDocument(try Self.sample()).documentText()
    #expect(try ResultsDocument(try Self.sample()).documentText() == text)
    #expect(text.hasSuffix("}\n"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(text.contains("e/f"))
    let places = ["course", "digests", "format", "isPartial", "isolation", "learners", "version"]
      .compactMap { text.range(of: "\n  \"\($0)\"")?.lowerBound }
    #expect(places.count == 7)
    #expect(places == places.sorted())
  }
}
