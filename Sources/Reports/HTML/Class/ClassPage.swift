package import Gradebook
import Grading
import Markup
import PlainText

/// A class report as one page of HTML, with plots, tables that sort, and how its figures are made.
///
/// It is a ``ReportPage``. **Every plot has a table with the same numbers**, and nothing in it depends on colour. Names and
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
    return ReportPage(
      title: "Class report", lead: lead,
      contents: ReportPage.Contents(
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
  private static let style = String(embedded: PackageResources.class_report_css)
}
