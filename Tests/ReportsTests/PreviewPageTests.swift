import EventSourcing
import Foundation
import Grading
import QuestionBanks
import Reports
import Testing

@Suite("A preview shows everything and obeys nothing that stands in a question")
struct PreviewPageTests {
  private static let hostile = "<script>alert('x')</script> & \"q\" \u{202E}\u{1B}[31m `a<b`"

  /// A bank with one question of some kinds, all their texts hostile.
  private static let bank: QuestionBank = {
    func entries(_ ids: [String]) -> [Question.Entry] {
      ids.map { .init(id: $0, text: hostile + $0) }
    }
    func item(
      _ id: String, _ form: Question.Form, _ solution: QuestionKey.Solution,
      _ feedback: QuestionKey.Condition
    ) -> QuestionBank.Item {
      let id = QuestionID(rawValue: id)
      return QuestionBank.Item(
        question: Question(id: id, bullet: "U1-1", bloom: .apply, prompt: hostile, form: form),
        key: QuestionKey(
          id: id, solution: solution, feedback: [.init(feedback, hostile)], rationale: hostile,
          sources: [hostile], expectedFacility: Rational(1, over: 2)))
    }
    return QuestionBank([
      item("U1-1-R01", .single(entries(["a", "b"])), .single("b"), .option("a")),
      item(
        "U1-1-R02", .ordering(entries(["1", "2"])), .ordering(["2", "1"]),
        .order(first: "1", second: "2")),
      item(
        "U1-1-R03", .matching(left: entries(["a", "b"]), right: entries(["1", "2"])),
        .matching(["a": "2", "b": "1"]), .pair(left: "a", right: "1")),
      item(
        "U1-1-R04", .numeric(entries(["a"])),
        .numeric([.init(id: "a", value: Rational(7), tolerance: .one, computation: "3 + 4")]),
        .value(blank: "a", Rational(12))),
      item(
        "U1-1-R05", .text(maximumWords: 2), .text(accept: ["store"], reject: [hostile]),
        .outcome(isRight: false)),
    ])
  }()

  /// The preview of the bank in a unit with hostile titles.
  private static func preview() throws -> Preview {
    let file = URL(filePath: #filePath).appending(path: "../../../grading.json").standardized
    var unit = try #require(try Scheme(json: try Data(contentsOf: file)).units.first)
    unit.title = hostile
    unit.bullets[0].title = hostile
    return Preview(unit, of: bank, isExam: false)
  }

  @Test("No text becomes a tag, and no mark that a screen would obey is left")
  func escaped() throws {
    let page = PreviewPage(try Self.preview()).html()
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;"))
    #expect(page.contains("<code>a&lt;b</code>"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("\u{202E}"))
    #expect(!page.contains("\u{1B}"))
    let text = PreviewText(try Self.preview(), style: Style(isColoured: false), width: 60).text()
    #expect(!text.contains("\u{202E}"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test("The page needs nothing but itself")
  func selfContained() throws {
    let page = PreviewPage(try Self.preview()).html()
    for forbidden in ["http:", "https:", "src=", "<link", "@import", "url("] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("prefers-color-scheme: dark"))
    #expect(page.contains("@media print"))
  }

  @Test("Headings go down level by level, landmarks are there, and every link leads to a heading")
  func structure() throws {
    let page = PreviewPage(try Self.preview()).html()
    let levels = page.matches(of: #/<h([1-6])/#).compactMap { Int($0.output.1) }
    #expect(levels == [1, 2, 3, 3, 3, 3, 3])
    for landmark in ["<header>", "<nav aria-label=", "<main ", "<html lang=\"en\">", "<title>"] {
      #expect(page.components(separatedBy: landmark).count == 2, "\(landmark)")
    }
    let links = page.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
    #expect(links == ["main", "U1-1"])
    for link in links { #expect(page.contains("id=\"\(link)\"")) }
  }

  @Test("Keys, feedback, level and difficulty of every kind are in text and page")
  func complete() throws {
    let preview = try Self.preview()
    let text = PreviewText(preview, style: Style(isColoured: false), width: 100).text()
    let page = PreviewPage(preview).html()
    for shown in [text, page] {
      for part in [
        "U1-1-R05", "apply", "50.00 %", "2, 1", "a=2, b=1", "7 ± 1 = 3 + 4", "1 before 2",
        "a with 1", "a = 12",
        "wrong", "at most 2 words", "store", "Sources",
      ] { #expect(shown.contains(part), "\(part)") }
    }
    #expect(text.contains("+ b)"))
    #expect(page.contains("<strong class=\"right\">right</strong>"))
  }
}
