import EventSourcing
import Gradebook
import Grading
import PlainText
package import Registrar

/// Everything a learner is told about one taking, as one page of HTML.
///
/// It is a ``Page``, without a script. What is not needed at first sight is folded away, and printed all the same.
package struct LearnerReportPage {
  /// What it shows.
  let report: LearnerReport

  /// Prepares the page.
  package init(_ report: LearnerReport) {
    self.report = report
  }

  /// The whole page.
  package func html() -> String {
    Page(
      title: "Report for \(report.standing.name)",
      lead: lead,
      contents: Page.Contents(
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
  private static let style = """
    .swatch { display: inline-block; width: 0.75em; height: 0.75em; margin-right: 0.5em;
      print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .swatch.part1 { background: var(--fill); } .swatch.part2 { background: var(--edge); }
    .swatch.part3 { background: var(--good); } .total { font-size: 2.5rem; font-weight: 700; line-height: 1.1; margin: 0.5rem 0; }
    .plain { padding-left: 1.25rem; } tfoot th, tfoot td { border-top: 2px solid var(--edge); }
    nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    .bar { display: block; width: 100%; height: auto; margin: 0.5rem 0; max-width: 44rem; }
    .bar text { fill: var(--text); font: 600 20px system-ui, sans-serif; }
    .bar + .facts { margin-bottom: 0.75rem; } .bar .track { fill: var(--band); } .bar .part1 { fill: var(--fill); }
    .bar .part2 { fill: var(--edge); } .bar .part3 { fill: var(--good); }
    .bar .part1, .bar .part2, .bar .part3 { stroke: var(--back); stroke-width: 2; }
    .bar .open { fill: var(--pale); stroke: var(--edge); stroke-dasharray: 5 4; }
    .bar .border { stroke: var(--text); stroke-width: 3; }
    .behaviours { list-style: none; padding: 0; margin: 0.5rem 0; }
    .behaviours > li { padding: 0.4rem 0 0.4rem 1.75rem; position: relative;
      border-top: 1px solid var(--line); }
    .sign { position: absolute; left: 0; font-weight: 700; width: 1.25rem; text-align: center; }
    .behaviours p { margin: 0; }
    .card > h3:first-child { margin-top: 0; } .notes { margin: 0.5rem 0 0.25rem; font-size: 0.925rem; }
    .soft { color: var(--soft); }
    .notes > div { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0 1rem; padding: 0.15rem 0; }
    .notes dt { color: var(--soft); } .notes dd { margin: 0; min-width: 0; }
    .seen dd { font-family: ui-monospace, monospace; font-size: 0.85rem; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.85rem; margin: 0.5rem 0; }
    .question > summary { width: auto; color: var(--text); padding: 0 0 0 1.75rem; position: relative;
      list-style: none; }
    .question > summary::-webkit-details-marker { display: none; }
    .question .prompt { display: block; margin-top: 0.25rem; }
    .question .more { color: var(--link); font-size: 0.925rem; text-decoration: underline; }
    .question[open] .more { display: none; }
    .question > :not(summary) { margin-left: 1.75rem; } .choices { list-style: none; padding: 0; }
    .choices li { padding: 0.1rem 0 0.1rem 1.75rem; position: relative; }
    .choices b { position: absolute; left: 0; }
    @media (max-width: 30rem) { .notes > div { grid-template-columns: 1fr; } .card { padding: 0.75rem; } }
    @media print { html { font-size: 10pt; } .question .more { display: none; } .card { break-inside: auto; }
      .behaviours > li, .question > summary { break-inside: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; } }
    """
}
