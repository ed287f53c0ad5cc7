import Markup

/// A page of a report: its landmarks, its only first-level heading, and the look that all such pages share.
///
/// **A page is whole without its script**, follows the reader's choice of light or dark, and can be printed. It needs
/// nothing but itself, see ``HTMLPage``. The look is in ``ReportStyle``.
struct ReportPage {
  /// What the page is called, as plain text: title and only first-level heading.
  var title: String
  /// What stands below the heading, in HTML.
  var lead: String
  /// The ways to its sections, if it has any to speak of.
  var contents: Contents?
  /// What this page adds to the look of all.
  var style: String = ""
  /// A program for the comfort of those who have one.
  var script: String?
  /// What the page is about, in HTML, its headings from the second level on.
  var main: String

  /// The ways to the sections of a page.
  struct Contents {
    /// What kind of sections, for those who hear the page: `Bullets`.
    var label: String
    /// Every section: the identifier of its heading, and the link's HTML with what stands beside it.
    var links: [(id: String, text: String, note: String)]
  }

  /// The whole page.
  func html() -> String {
    HTMLPage(
      title: title.html, style: "\n\(ReportStyle.text)\n\(style)\n",
      body: """
        <a class="skip" href="#main">Skip to the content</a>
        <header>
        <h1>\(title.html)</h1>
        \(lead)
        </header>
        \(contents.map(html) ?? "")
        <main id="main">
        \(main)
        </main>
        """, script: script.map { "\n\($0)\n" }
    ).text()
  }

  /// The landmark with the ways to the sections.
  private func html(_ contents: Contents) -> String {
    let links = contents.links.map { link in
      "<li><a href=\"#\(link.id)\">\(link.text)</a>\(link.note)</li>"
    }
    return """
      <nav aria-label="\(contents.label.html)">
      <ul>
      \(links.joined(separator: "\n"))
      </ul>
      </nav>
      """
  }
}
