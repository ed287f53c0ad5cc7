import Foundation
import Grading
import Reports
import Testing

@Suite("Results as a JSON document")
struct ResultsDocumentTests {
  /// The document as plain values.
  private func document(_ result: ClassResult) throws -> [String: Any] {
    let text = try ResultsDocument(result).documentText()
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("It has the members that its documentation names, and exact scores")
  func members() throws {
    let root = try document(try ResultsTextTests.sample(.crashed(signal: 4)))
    #expect(root["format"] as? String == "grader.results")
    #expect(root["version"] as? Int == 1)
    #expect(root["isolation"] as? String == "none")
    #expect(root["isPartial"] as? Bool == false)
    #expect(root["digests"] as? [String: String] == ["scheme": "s", "runtime": "r"])
    let learner = try #require((root["learners"] as? [[String: Any]])?.first)
    let score = try #require(learner["caseStudyScore"] as? [String: Any])
    #expect(score["numerator"] as? Int == 1)
    #expect(score["denominator"] as? Int == 3)
    #expect(score["percentage"] as? String == "33.33")
    let exercise = try #require((learner["exercises"] as? [[String: Any]])?.first)
    #expect(exercise["outcome"] as? String == "graded")
    #expect(exercise["earned"] as? Int == 1)
    #expect(exercise["points"] as? Int == 3)
    let behaviours = try #require(exercise["behaviours"] as? [[String: Any]])
    #expect(behaviours.map { $0["id"] as? String } == ["B1", "B2"])
    #expect(behaviours.map { $0["verdict"] as? String } == ["passed", "crashed"])
    #expect(behaviours[0]["hint"] == nil)
    #expect(behaviours[1]["hint"] as? String == "Take.")
  }

  @Test("After a grader fault every score is null")
  func graderFault() throws {
    let root = try document(try ResultsTextTests.sample(.graderFault("broken")))
    let learner = try #require((root["learners"] as? [[String: Any]])?.first)
    #expect(learner["caseStudyScore"] is NSNull)
    let exercise = try #require((learner["exercises"] as? [[String: Any]])?.first)
    #expect(exercise["score"] is NSNull)
  }
}
