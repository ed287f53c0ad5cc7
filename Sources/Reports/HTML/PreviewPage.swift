import Grading
import Markup
import PlainText
package import QuestionBanks

/// Questions with their keys as one page of HTML, for an instructor to review on a screen or on paper.
///
/// It is a ``ReportPage``, without a script.
package struct PreviewPage {
  private let preview: Preview

  /// Prepares the page.
  package init(_ preview: Preview) {
    self.preview = preview
  }

  /// The whole page.
  package func html() -> String {
    ReportPage(
      title: preview.title,
      lead: "<p>\(counted(preview.count, "question")) with keys. Keep this page from learners.</p>",
      contents: ReportPage.Contents(label: "Bullets", links: preview.sections.map(link)),
      style: Self.style,
      main: preview.sections.map(html).joined(separator: "\n")
    ).html()
  }

  /// The way to one bullet.
  private func link(_ section: Preview.Section) -> (id: String, text: String, note: String) {
    let id = section.bullet.id.rawValue.html
    return (id, "\(id) \(section.bullet.title.html)", " (\(section.items.count))")
  }

  /// One bullet.
  private func html(_ section: Preview.Section) -> String {
    let id = section.bullet.id.rawValue.html
    return """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(id) \(section.bullet.title.html)</h2>
      \(section.items.map(html).joined(separator: "\n"))
      </section>
      """
  }

  /// One question.
  private func html(_ item: PreviewItem) -> String {
    let question = item.question
    let id = question.id.rawValue.html
    var parts = [
      "<h3 id=\"\(id)\">\(id)</h3>",
      "<p class=\"facts\">\(question.kind.rawValue.html) · \(question.bloom.rawValue.html) · "
        + "\(item.key.expectedFacility.percentage) % expected to be right</p>",
      "<p class=\"prompt\">\(question.prompt.htmlWithCode)</p>", list(item.rows),
    ]
    if !item.sides.isEmpty { parts += ["<p>with</p>", list(item.sides)] }
    parts.append("<p class=\"key\"><strong>Right:</strong> \(item.answer.html)</p>")
    if !item.remarks.isEmpty {
      let remarks = item.remarks.map { remark in
        "<dt>\(remark.condition.html)</dt><dd>\(remark.text.htmlWithCode)</dd>"
      }
      parts.append("<dl>\n\(remarks.joined(separator: "\n"))\n</dl>")
    }
    parts.append("<p><strong>Why:</strong> \(item.key.rationale.htmlWithCode)</p>")
    let sources = item.key.sources.map(\.html).joined(separator: "; ")
    parts.append("<p class=\"sources\"><strong>Sources:</strong> \(sources)</p>")
    return """
      <article class="card" aria-labelledby="\(id)">
      \(parts.joined(separator: "\n"))
      </article>
      """
  }

  /// Options, items, sides, blanks or texts, with what belongs to each.
  private func list(_ rows: [PreviewItem.Row]) -> String {
    let entries = rows.map { row in
      let label = row.label.isEmpty ? "" : "<span class=\"label\">\(row.label.html)</span> "
      let mark = row.isRight ? " <strong class=\"right\">right</strong>" : ""
      let answer = row.answer.map { " <span class=\"answer\">→ \($0.html)</span>" } ?? ""
      let feedback = row.feedback.map { "<p class=\"feedback\">\($0.htmlWithCode)</p>" } ?? ""
      return "<li>\(label)\(row.text.htmlWithCode)\(mark)\(answer)\(feedback)</li>"
    }
    return "<ul class=\"choices\">\n\(entries.joined(separator: "\n"))\n</ul>"
  }

  /// What it adds to the look of all pages.
  private static let style = String(embedded: PackageResources.preview_css)
}
