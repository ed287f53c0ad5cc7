import Grading
import PlainText
package import QuestionBanks

/// Questions with their keys as one page of HTML, for an instructor to review on a screen or on paper.
///
/// **The page needs nothing but itself**: no script, no file, no network, and its policy forbids them. It follows the
/// reader's choice of light or dark; colour never carries a meaning that the words do not.
package struct PreviewPage {
  private let preview: Preview

  /// Prepares the page.
  package init(_ preview: Preview) {
    self.preview = preview
  }

  /// The whole page.
  package func html() -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(preview.title.html)</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <header>
    <h1>\(preview.title.html)</h1>
    <p>\(counted(preview.count, "question")) with keys. Keep this page from learners.</p>
    </header>
    <nav aria-label="Bullets">
    <ul>
    \(preview.sections.map(link).joined(separator: "\n"))
    </ul>
    </nav>
    <main>
    \(preview.sections.map(html).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  /// The way to one bullet.
  private func link(_ section: Preview.Section) -> String {
    let id = section.bullet.id.rawValue.html
    return
      "<li><a href=\"#\(id)\">\(id) \(section.bullet.title.html)</a> (\(section.items.count))</li>"
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
    return "<article aria-labelledby=\"\(id)\">\n\(parts.joined(separator: "\n"))\n</article>"
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

  /// How the page looks.
  private static let style = """
    :root { color-scheme: light dark; --text: #1a1a1a; --soft: #555; --back: #fff; --card: #f6f6f4;
      --line: #ccc; --good: #0b6b2b; --link: #0b4f9e; }
    @media (prefers-color-scheme: dark) { :root { --text: #eee; --soft: #b5b5b5; --back: #16181a;
      --card: #212427; --line: #444; --good: #7fd99a; --link: #8dbdff; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 46rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif;
      color: var(--text); background: var(--back); overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
    h3 { font-size: 1.05rem; margin: 0; } a { color: var(--link); }
    nav ul, .choices { list-style: none; padding: 0; } nav li { padding: 0.25rem 0; }
    article { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem;
      padding: 1rem; margin: 1rem 0; }
    .facts, .sources, .feedback, dd { color: var(--soft); } .facts { margin: 0; }
    .choices li { padding: 0.35rem 0 0.35rem 1.75rem; position: relative; }
    .choices .label { position: absolute; left: 0; font-weight: 600; }
    .feedback { margin: 0.1rem 0 0; font-size: 0.925rem; } .answer, .right, .key { color: var(--good); }
    dt { font-weight: 600; } dd { margin: 0 0 0.5rem 1.75rem; } code { font-size: 0.92em; }
    @media print { body { max-width: none; padding: 0; } article { break-inside: avoid; background: none; }
      nav { display: none; } }
    """
}
