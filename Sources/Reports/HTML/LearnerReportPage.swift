import EventSourcing
import Gradebook
import Grading
import Markup
import PlainText
package import Registrar

/// Everything a learner is told about one taking, as one page of HTML.
///
/// It is a ``ReportPage``, without a script. What is not needed at first sight is folded away, and printed all the same.
package struct LearnerReportPage {
  /// What it shows.
  let report: LearnerReport

  /// Prepares the page.
  package init(_ report: LearnerReport) {
    self.report = report
  }

  /// The whole page.
  package func html() -> String {
    ReportPage(
      title: "Report for \(report.standing.name)",
      lead: lead,
      contents: ReportPage.Contents(
        label: "Sections",
        links: [
          ("mark", "Mark", ""), ("remaining", "What remains to pass", ""),
          ("cases", "Case studies", ""), ("review", "Review questions", ""),
          ("exam", "Final exam", ""),
        ]),
      style: Self.style,
      main: [mark, remaining, exercises, review, exam, origin].joined(separator: "\n")
    ).html()
  }

  /// A section with its heading.
  func section(_ id: String, _ title: String, _ parts: [String]) -> String {
    """
    <section aria-labelledby="\(id)">
    <h2 id="\(id)">\(title)</h2>
    \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
    </section>
    """
  }

  /// Whose report, of what, as of when.
  private var lead: String {
    let standing = report.standing
    var lines = [
      "<p>\(report.course.html)</p>",
      "<p class=\"facts\">\(standing.taking.learner.html), taking \(standing.taking.number) · as of "
        + "\(report.at.moment)</p>",
    ]
    if let closed = standing.closed {
      lines.append("<p>Closed on \(closed.at.moment): \(closed.reason.html)</p>")
    }
    return lines.joined(separator: "\n")
  }

  /// The mark with its derivation.
  private var mark: String {
    let mark = report.standing.mark
    let rows = mark.parts.enumerated().map { index, part in
      """
      <tr><th scope="row"><span class="swatch part\(index + 1)" aria-hidden="true"></span>\
      \(part.kind.title)</th><td class="number">\(part.weight) %</td>\
      <td class="number">\(part.score.percentage) %</td>\
      <td class="number">\(part.contribution.percentage) %</td></tr>
      """
    }
    let sums = mark.parts.map {
      "<li>\($0.kind.title): \($0.weight)/100 of \($0.score) = \($0.contribution)</li>"
    }
    return section(
      "mark", "Mark",
      [
        "<p class=\"total\">\(mark.total.percentage) %</p>",
        MarkBar(report.outlook).svg(),
        report.outlook.most > mark.total
          ? "<p class=\"facts\">Dashed: what is still open.</p>" : "",
        """
        <div class="scroll" tabindex="0" role="region" aria-label="How the mark is made">
        <table>
        <caption>How the mark is made; shown cut off after two decimals, compared with the pass mark \
        of \(mark.passMark) % exactly</caption>
        <thead><tr><th scope="col">Part</th><th scope="col" class="number">Weight</th>\
        <th scope="col" class="number">Earned</th><th scope="col" class="number">Adds</th></tr></thead>
        <tbody>
        \(rows.joined(separator: "\n"))
        </tbody>
        <tfoot><tr><th scope="row">Mark</th><td class="number">100 %</td><td></td>\
        <td class="number"><strong>\(mark.total.percentage) %</strong></td></tr></tfoot>
        </table>
        </div>
        <details><summary>Exact fractions</summary>
        <ul class="plain">
        \(sums.joined(separator: "\n"))
        <li>Sum: \(mark.total) = \(mark.total.percentage) %</li>
        </ul>
        </details>
        """,
      ])
  }

  /// What remains to pass.
  private var remaining: String {
    let words = report.outlookWords
    let role = words.isPass ? "good" : report.outlook.canPass ? "warn" : "bad"
    var parts = ["<p class=\"\(role)\"><strong>\(words.summary.html)</strong></p>"]
    if !words.parts.isEmpty {
      let rows = words.parts.map { part, gain, need in
        """
        <tr><th scope="row">\(part.part.kind.title)</th><td class="number">\(gain)</td>\
        <td>\(need.html)</td></tr>
        """
      }
      parts.append(
        """
        <div class="scroll" tabindex="0" role="region" aria-label="What is still open">
        <table>
        <caption>What is still open, and what it takes; needs are rounded up</caption>
        <thead><tr><th scope="col">Part</th><th scope="col" class="number">Adds at most</th>\
        <th scope="col">Needed</th></tr></thead>
        <tbody>
        \(rows.joined(separator: "\n"))
        </tbody>
        </table>
        </div>
        """)
    }
    return section("remaining", "What remains to pass", parts)
  }

  /// Under what it is marked.
  private var origin: String {
    "<p class=\"facts\">Marked under the grading.json that was in force when this taking began, "
      + "\(report.standing.schemeDigest.prefix(12).description.html).</p>"
  }

  /// What it adds to the look of all pages.
  private static let style = String(embedded: PackageResources.learner_report_css)
}
