import Assessment
import Foundation
import Grading
import Reports
import SeededRandom
import Testing

@Suite("Results for Gradescope")
struct GradescopeTests {
  /// The results in this format, as plain values.
  private static func document(_ result: ClassResult) throws -> [String: Any] {
    let text = try ReportFormat.gradescope.write(
      result, style: Style(isColoured: false), width: 80)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("It has the members that Gradescope documents and no others")
  func members() throws {
    let root = try Self.document(try HostileText.results("x", learner: "ada"))
    #expect(Set(root.keys) == ["score", "output", "output_format", "visibility", "tests"])
    let tests = try #require(root["tests"] as? [[String: Any]])
    #expect(tests.count == 4)
    for test in tests {
      #expect(
        Set(test.keys) == [
          "name", "number", "score", "max_score", "status", "output", "output_format",
          "visibility", "tags",
        ])
      #expect(test["visibility"] as? String == "visible")
      #expect(["passed", "failed"].contains(test["status"] as? String))
    }
    #expect(tests.map { $0["number"] as? String } == ["1.1", "1.2", "2.1", "2.2"])
    #expect(tests.map { $0["max_score"] as? Int } == [1, 2, 1, 2])
  }

  @Test("The score is that of the case studies in hundredths, cut off")
  func score() throws {
    let third = try Self.document(try ResultsTextTests.sample(.failed))
    #expect(third["score"] as? Double == 33.33)
    let tests = try #require(third["tests"] as? [[String: Any]])
    #expect(tests.map { $0["score"] as? Int } == [1, 0])
    #expect(tests.map { $0["status"] as? String } == ["passed", "failed"])
    let full = try Self.document(try ResultsTextTests.sample(.passed))
    #expect(full["score"] as? Int == 100)
  }

  @Test("A fault of the grader gives no score anywhere, so that it can lower no mark")
  func graderFault() throws {
    let root = try Self.document(try ResultsTextTests.sample(.graderFault("broken")))
    #expect(root["score"] == nil)
    let tests = try #require(root["tests"] as? [[String: Any]])
    #expect(tests.count == 2)
    #expect(tests.allSatisfy { $0["score"] == nil })
    #expect((root["output"] as? String)?.contains("No score") == true)
  }

  @Test("More than one learner is refused with the remedy, before anything is written")
  func severalLearners() throws {
    var result = try ResultsTextTests.sample(.passed)
    result.learners += result.learners
    let error = #expect(throws: AssessmentError.self) { try Self.document(result) }
    #expect(error?.kind == .input)
    #expect(error.map { "\($0)" }?.contains("junit") == true)
    #expect(throws: AssessmentError.self) { try ReportFormat.gradescope.check(learners: 0) }
    for format in ReportFormat.allCases where format != .gradescope {
      #expect(throws: Never.self) { try format.check(learners: 2) }
    }
  }

  @Test("Every text comes back as it went in, or spelled out", arguments: [1, 2, 3] as [UInt64])
  func hostile(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let text = HostileText.random(&random)
      let root = try Self.document(try HostileText.results(text))
      let tests = try #require(root["tests"] as? [[String: Any]])
      let output = try #require(tests.first?["output"] as? String)
      let noBreaks = text.replacing(/[\r\n\t]/, with: "")
      for line in output.unicodeScalars where line != "\n" {
        #expect(line.properties.generalCategory != .control)
        #expect(line.properties.generalCategory != .format)
      }
      // Line breaks stay, others are spelled as on a terminal, so what lies between them is looked for.
      for piece in text.split(whereSeparator: \.isNewline).flatMap({ $0.split(separator: "\t") })
      where !noBreaks.isEmpty {
        let shown = HostileText.spelled(String(piece)).replacing("\\u{FFFE}", with: "\u{FFFE}")
          .replacing("\\u{FFFF}", with: "\u{FFFF}")
        #expect(output.contains(shown))
      }
    }
  }
}
