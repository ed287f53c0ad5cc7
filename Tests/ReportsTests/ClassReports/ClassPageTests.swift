import Foundation
import Gradebook
import Grading
import Reports
import Testing

@Suite("A class report as a page")
struct ClassPageTests {
  /// The page of a sample class.
  private static func page(of count: Int = 12) -> String {
    ClassPage(ClassReport.sample(of: count)).html()
  }

  @Test("The page is as recorded")
  func golden() throws {
    try Golden.check(Self.page(), named: "class-report.html")
  }

  @Test("No name and no message becomes a tag or steers the reader's screen")
  func escaped() {
    let page = Self.page()
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.components(separatedBy: "</script>").count == 2)
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp;"))
    for mark in ["\u{202E}", "\u{1B}", "\r"] { #expect(!page.contains(mark)) }
    #expect(page.contains("A course &lt;of&gt; &quot;sorts&quot;"))
    #expect(page.contains("<code>open</code> &lt; &quot;shut&quot;"))
  }

  @Test("The page needs nothing but itself, and says so in its policy")
  func selfContained() {
    let page = Self.page()
    for forbidden in ["http:", "https:", "src=", "<link", "@import", " style=\"", " onclick"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    #expect(page.contains("; script-src 'sha256-"))
    #expect(!page.contains("unsafe"))
    // The only address is that of the hatching, which is in the page.
    #expect(page.matches(of: #/url\([^)]*\)/#).map { String($0.output) } == ["url(#hatch)"])
    #expect(page.contains("id=\"hatch\""))
  }

  @Test("Landmarks, headings, names of plots and heads of tables are there", arguments: [0, 3, 12])
  func structure(count: Int) throws {
    let page = Self.page(of: count)
    for landmark in ["<header>", "<nav aria-label=", "<main ", "<h1>", "<title>", "class=\"skip\""]
    {
      #expect(page.components(separatedBy: landmark).count == 2, "\(landmark)")
    }
    let levels = page.matches(of: #/<h([1-6])/#).compactMap { Int($0.output.1) }
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    let used =
      page.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
      + page.matches(of: #/aria-labelledby="([^"]+)"/#)
      .flatMap { $0.output.1.split(separator: " ").map(String.init) }
    #expect(used.count > 10)
    #expect(Set(used).subtracting(ids).isEmpty)
    let plots = page.components(separatedBy: "<svg ").dropFirst()
    #expect(count < 10 || plots.count == 5)
    for plot in plots {
      #expect(plot.contains("<title id="))
      #expect(plot.contains("<desc id="))
    }
    #expect(!page.contains("<th>"))
    #expect(!page.contains("<th class"))
  }

  @Test("Below ten learners there is no distribution and no share, and every mark is there")
  func suppressed() {
    let few = Self.page(of: 9)
    #expect(!few.contains("id=\"marks-plot-title\""))
    #expect(!few.contains("id=\"strips-plot-title\""))
    #expect(few.contains("A distribution of marks takes at least 10 learners, and there are 9."))
    #expect(few.contains("<dt>Median mark</dt><dd>too few</dd>"))
    #expect(few.contains("<td class=\"number\">87.50</td>"))
    let enough = Self.page(of: 10)
    #expect(enough.contains("id=\"marks-plot-title\""))
    #expect(!enough.contains("A distribution of marks takes"))
    // Marks are 0, 1/9 … 1: the middle of 4/9 and 5/9 is 1/2.
    #expect(enough.contains("<dt>Median mark</dt><dd>50.00 %</dd>"))
  }

  @Test("The steps of the distribution hold every learner once, passed and not")
  func distribution() throws {
    // Marks of twelve learners are 0, 1/11 … 11/11 in per cent 0, 9.09, 18.18, 27.27, 36.36, 45.45, 54.54, 63.63, 72.72,
    // 81.81, 90.90, 100: one each in the steps from 0, 5, 15, 25, 35, 45, 50, 60 and 70, then 80, 90 and 95.
    let page = Self.page()
    let table = try #require(page.components(separatedBy: "id=\"marks-table-caption\"").last)
      .components(separatedBy: "</table>")[0]
    let rows = table.matches(
      of:
        #/<th scope="row">(\d+) to [^<]*<\/th><td class="number">(\d+)<\/td><td class="number">(\d+)<\/td>/#
    )
    .map { [$0.output.1, $0.output.2, $0.output.3].compactMap { Int($0) } }
    #expect(rows.count == 20)
    #expect(
      rows.filter { $0[1] == 1 }.map { $0[0] } == [0, 5, 15, 25, 35, 45, 50, 60, 70, 80, 90, 95])
    #expect(rows.filter { $0[1] > 1 }.isEmpty)
    #expect(rows.filter { $0[2] == 1 }.map { $0[0] } == [80, 90, 95])
  }

  @Test("Days without a submission keep their place, and a long time is told in weeks")
  func timeLine() {
    var report = ClassReport.sample()
    #expect(ClassPage(report).html().contains("Submissions by day"))
    // 2026-11-13 was a Friday, and the 200 days after it end on a Tuesday.
    report.days = [.init(20_770, submissions: 3), .init(20_970, submissions: 4)]
    let page = ClassPage(report).html()
    #expect(page.contains("Submissions by week"))
    #expect(page.contains("<th scope=\"row\">2026-11-09</th><td class=\"number\">3</td>"))
    #expect(page.contains("<th scope=\"row\">2027-05-31</th><td class=\"number\">4</td>"))
  }

  /// The colours that a page declares, by the name of their variable, in light and in dark.
  private static func colours() throws -> [[String: Double]] {
    let style = page().components(separatedBy: "<style>")[1].components(separatedBy: "</style>")[0]
    var light: [String: Double] = [:]
    var dark: [String: Double] = [:]
    for block in style.matches(of: #/(\(prefers-color-scheme: dark\) \{ )?:root \{([^}]*)\}/#) {
      for colour in block.output.2.matches(of: #/(--[a-z0-9]+): #([0-9a-f]{3,6});/#) {
        let value = try luminance(String(colour.output.2))
        if block.output.1 == nil {
          light[String(colour.output.1)] = light[String(colour.output.1)] ?? value
        } else {
          dark[String(colour.output.1)] = value
        }
      }
    }
    return [light, dark]
  }

  /// The relative luminance of a colour, as the guidelines for accessible content define it.
  private static func luminance(_ hex: String) throws -> Double {
    let digits = hex.count == 3 ? hex.flatMap { [$0, $0] } : Array(hex)
    let channels = try stride(from: 0, to: 6, by: 2).map { index -> Double in
      let value = try #require(Int(String(digits[index...(index + 1)]), radix: 16))
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  @Test("Text has a contrast of 4.5 to 1 on every background, and what is drawn one of 3 to 1")
  func contrast() throws {
    for colours in try Self.colours() {
      func contrast(_ a: String, _ b: String) throws -> Double {
        let (a, b) = (try #require(colours[a]), try #require(colours[b]))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
      }
      for text in ["--text", "--soft", "--link", "--good", "--bad", "--warn"] {
        for back in ["--back", "--card", "--band"] {
          #expect(try contrast(text, back) >= 4.5, "\(text) on \(back)")
        }
      }
      for tint in ["--t0", "--t1", "--t2", "--t3", "--t4", "--t5"] {
        #expect(try contrast("--text", tint) >= 4.5, "--text on \(tint)")
      }
      for drawn in ["--fill", "--edge"] {
        for back in ["--back", "--card"] {
          #expect(try contrast(drawn, back) >= 3, "\(drawn) on \(back)")
        }
      }
    }
  }
}
