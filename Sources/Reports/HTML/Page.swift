import Digests
import FoundationEssentials

/// The frame of every page of HTML: head, policy, landmarks, and the look that all pages share.
///
/// **A page needs nothing but itself**: no file, no network, and its policy forbids them. Style and script are allowed by
/// their digests, so nothing that somebody smuggles into the content is ever applied or run, not even a `style` attribute.
/// **A page is whole without its script**, follows the reader's choice of light or dark, and can be printed.
///
/// The look is in ``PageStyle``.
struct Page {
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
    let style = "\n\(PageStyle.text)\n\(self.style)\n"
    let script = script.map { "\n\($0)\n" }
    precondition(
      ![style, script ?? ""].contains { $0.contains("</") }, "style and script hold no end tag")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="\(policy(style: style, script: script))">
      <title>\(title.html)</title>
      <style>\(style)</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header>
      <h1>\(title.html)</h1>
      \(lead)
      </header>
      \(contents.map(html) ?? "")
      <main id="main">
      \(main)
      </main>
      \(script.map { "<script>\($0)</script>\n" } ?? "")</body>
      </html>

      """
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

  /// What the page may do: apply its style, run its script, and nothing else.
  private func policy(style: String, script: String?) -> String {
    let parts = [
      "default-src 'none'", "style-src \(source(style))", script.map { "script-src \(source($0))" },
      "base-uri 'none'", "form-action 'none'",
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  /// A text as a source that the policy allows.
  private func source(_ text: String) -> String {
    "'sha256-\(Data(Digest(of: Data(text.utf8)).bytes).base64EncodedString())'"
  }
}
