import Foundation
import Grading
import Registrar
import Reports
import SeededRandom
import Testing

@Suite("A learner's page")
struct LearnerReportPageTests {
  /// The elements that the page is made of.
  private static let elements: Set = [
    "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "p", "nav",
    "ul",
    "li", "main", "section", "h2", "h3", "svg", "desc", "rect", "line", "text", "div", "table",
    "caption",
    "thead", "tbody", "tfoot", "tr", "th", "td", "span", "strong", "b", "details", "summary",
    "article",
    "dl", "dt", "dd", "code", "em", "pre", "br",
  ]

  /// What stands between the tags of a page, and the names of all tags.
  private static func scan(_ page: String) -> (names: Set<String>, text: String) {
    let body = page.replacing(/<style>[\s\S]*?<\/style>/, with: "")
    let names = body.matches(of: /<\/?([!A-Za-z0-9]+)/).map { String($0.output.1) }
    var text = body.replacing("<br>", with: "\n").replacing(/<[^>]*>/, with: "")
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] { text = text.replacing(entity, with: character) }
    return (Set(names), text)
  }

  @Test(
    "Whatever learners, submissions and authors write, it stays text, and is all there",
    arguments: [1, 2, 3, 4] as [UInt64])
  func hostile(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let clean = Self.scan(LearnerReportPage(try SampleReport(feedback: .all).make()).html())
    #expect(clean.names.isSubset(of: Self.elements))
    for _ in 0..<12 {
      let stain = HostileText.random(&random).replacing("`", with: "")
      let page = LearnerReportPage(try SampleReport(feedback: .all, stain: stain).make()).html()
      let (names, text) = Self.scan(page)
      #expect(names.subtracting(clean.names).isSubset(of: ["br"]), "\(names)")
      let steering = text.unicodeScalars.contains {
        $0 != "\n"
          && [.control, .format, .lineSeparator, .paragraphSeparator]
            .contains($0.properties.generalCategory)
      }
      #expect(!steering)
      let shown = HostileText.spelled(stain, keeping: ["\n"])
      for start in ["FIND-B1 is asked", "WHY-R1", "SAID-E1-b", "ASK-R2 a < b?", "a <shop>"] {
        #expect(text.contains(start + shown), "\(start)")
      }
      #expect(text.components(separatedBy: "<").count > 10, "what looks like tags is text")
    }
  }

  @Test("It needs nothing but itself and may do nothing but apply its style")
  func selfContained() throws {
    let page = LearnerReportPage(try SampleReport().make()).html()
    for forbidden in ["http:", "https:", "src=", "<link", "<script", "@import", "url(", " style="] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("script-src"))
  }

  @Test(
    "Headings go down level by level, every link leads to an element, and no identifier is used twice"
  )
  func structure() throws {
    let page = LearnerReportPage(try SampleReport().make()).html()
    let levels = page.matches(of: #/<h([1-6])/#).compactMap { Int($0.output.1) }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    let links = page.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
    #expect(links.count > 8)
    #expect(Set(links).isSubset(of: ids))
    let labels = page.matches(of: #/aria-labelledby="([^"]+)"/#).flatMap {
      $0.output.1.split(separator: " ").map(String.init)
    }
    #expect(Set(labels).isSubset(of: ids))
  }

  @Test("Every header of a table says what it heads, and the drawing is described in words")
  func described() throws {
    let page = LearnerReportPage(try SampleReport().make()).html()
    #expect(
      page.matches(of: #/<th[ >]/#).count == page.matches(of: #/<th scope="(row|col)"/#).count)
    #expect(page.matches(of: /<table>/).count == page.matches(of: /<caption>/).count)
    #expect(page.matches(of: #/<svg /#).count == 1)
    #expect(page.contains("<desc id=\"bar-text\">"))
    #expect(page.contains("75 % pass.</desc>"))
  }
}
