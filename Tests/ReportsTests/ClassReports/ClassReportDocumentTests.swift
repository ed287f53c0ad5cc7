import Foundation
import Gradebook
import Reports
import Testing

@Suite("A class report as a JSON document")
struct ClassReportDocumentTests {
  @Test("The document is as recorded")
  func golden() throws {
    try Golden.check(
      try ClassReportDocument(ClassReport.sample(of: 3)).documentText(), named: "class-report.json")
  }

  @Test("Hostile texts come back as they were, and what does not apply is left out")
  func members() throws {
    let text = try ClassReportDocument(ClassReport.sample()).documentText()
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["format"] as? String == "grader.class-report")
    #expect(root["version"] as? Int == 1)
    let learners = try #require(root["learners"] as? [[String: Any]])
    #expect(learners.count == 12)
    #expect(learners[1]["name"] as? String == ClassReport.hostile)
    #expect(learners[0]["closedAt"] == nil)
    let mark = try #require(learners[1]["mark"] as? [String: Any])
    #expect(mark["numerator"] as? Int == 1)
    #expect(mark["denominator"] as? Int == 11)
    let items = try #require(root["items"] as? [[String: Any]])
    #expect(
      items.map { $0["discriminationState"] as? String }
        == ["given", "tooFew", "undefined", "given", "given"])
    #expect(items[1]["facility"] == nil)
    #expect(items[1]["discrimination"] == nil)
    #expect(items[2]["expected"] == nil)
    let days = try #require(root["days"] as? [[String: Any]])
    #expect(days.map { $0["day"] as? String } == ["2026-11-13", "2026-11-14", "2026-11-24"])
  }
}
