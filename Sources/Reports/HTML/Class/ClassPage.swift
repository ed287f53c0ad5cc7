package import Gradebook
import Grading
import PlainText

/// A class report as one page of HTML, with plots, tables that sort, and how its figures are made.
///
/// It is a ``Page``. **Every plot has a table with the same numbers**, and nothing in it depends on colour. Names and
/// messages come from outside and are escaped wherever they stand.
package struct ClassPage {
  let report: ClassReport

  /// Prepares the page.
  package init(_ report: ClassReport) {
    self.report = report
  }

  /// The whole page.
  package func html() -> String {
    let sections = [
      overview, attention, marks, caseStudies, behaviours, questions, timeLine, method,
    ]
    return Page(
      title: "Class report", lead: lead,
      contents: Page.Contents(
        label: "Sections", links: sections.map { ($0.id, $0.title.html, "") }),
      style: [Plot.style, SortableTable.style, Self.style].joined(separator: "\n"),
      script: SortableTable.script, main: sections.map { $0.html() }.joined(separator: "\n")
    ).html()
  }

  /// One section of the page.
  struct Section {
    /// The identifier of its heading.
    var id: String
    /// Its heading, as plain text.
    var title: String
    /// What it holds, in HTML.
    var parts: [String]

    /// The whole section.
    func html() -> String {
      """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(title.html)</h2>
      \(parts.joined(separator: "\n"))
      </section>
      """
    }
  }

  /// What stands below the heading of the page.
  private var lead: String {
    """
    <p>\(report.course.html)<br>\(counted(report.learners.count, "learner")) · \(report.at.moment)</p>
    <p class="notice"><strong>This page holds personal data</strong>: names, marks and who struggles with what. Keep it where only
    those see it who mark the course, and delete it when it has served. Of each learner the last taking counts.</p>
    """
  }

  /// Whether there are enough learners for a share.
  static func isEnough(_ count: Int) -> Bool { count >= ItemFigures.leastForShares }

  /// A sentence in the place of what too few learners have done.
  static func tooFew(_ what: String, _ count: Int) -> String {
    "<p class=\"facts\">\(what.html) takes at least \(ItemFigures.leastForShares) learners, and "
      + "there \(count == 1 ? "is" : "are") \(count).</p>"
  }

  /// A plot with what stands beside it.
  static func figure(_ plot: Plot, _ caption: String, table: SortableTable?) -> String {
    let table = table.map { table in
      "<details><summary>The same in numbers</summary>\n\(table.html())\n</details>"
    }
    return """
      <figure>
      \(plot.html())
      <figcaption>\(caption.html)</figcaption>
      </figure>
      \(table ?? "")
      """
  }

  /// What the page adds to the look of all.
  private static let style = """
    :root { --width: 76rem; --t0: #f4f4f1; --t1: #e3edf7; --t2: #cadef1; --t3: #aacbe9; --t4: #86b4de;
      --t5: #6aa2d5; }
    @media screen and (prefers-color-scheme: dark) { :root { --t0: #1b1e20; --t1: #1e2a36; --t2: #233a50; --t3: #2a4a69;
      --t4: #305980; --t5: #366795; } }
    nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; } p, dd, li { max-width: 46rem; }
    .notice { border-left: 4px solid var(--edge); padding: 0.25rem 0 0.25rem 0.75rem; max-width: 46rem; }
    figure { margin: 0.5rem 0; } figcaption { color: var(--soft); font-size: 0.925rem; max-width: 38rem; }
    .key { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 0; } .key div { min-width: 7rem; }
    .key dt { color: var(--soft); font-size: 0.925rem; } .key dd { margin: 0; font-size: 1.75rem; line-height: 1.2;
      font-variant-numeric: tabular-nums; }
    .pair { display: grid; gap: 0 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
      align-items: start; } .pair > * { min-width: 0; }
    .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
    .cards .card { margin: 0; min-width: 0; } .card h3 { margin-top: 0; } .card .sortable, .card .sortable th {
      background: var(--card); } .card .plot { margin-top: 0.75rem; }
    td.t0, td.t1, td.t2, td.t3, td.t4, td.t5 { border-left: 2px solid var(--back); }
    .t0 { background: var(--t0); } .t1 { background: var(--t1); } .t2 { background: var(--t2); }
    .t3 { background: var(--t3); } .t4 { background: var(--t4); } .t5 { background: var(--t5); }
    .method dt { font-weight: 600; margin-top: 0.75rem; } .method dd { margin: 0; }
    .formula { font-family: ui-serif, serif; font-style: italic; white-space: nowrap; }
    """
}
