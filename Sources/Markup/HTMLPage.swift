import Digests
import FoundationEssentials

/// A whole document of HTML that needs nothing but itself: every page that the program writes goes through it.
///
/// **Its policy forbids everything but its own style and its own script**, which it names by their digests: nothing is
/// loaded, nothing is sent, and markup that somebody smuggles into the content is never applied or run, not even a
/// `style` attribute.
package struct HTMLPage {
  /// The title of the window, in HTML: what ``Swift/String/html`` or ``Swift/String/markup`` makes of a text.
  package let title: String
  /// The rules of style.
  package let style: String
  /// The content of the body, in HTML, without a script.
  package let body: String
  /// Data for the script, if it has any.
  package let data: ScriptData?
  /// The script, if there is one; it runs when the body is there.
  package let script: String?

  /// A JSON text that a script reads from an element of its own.
  package struct ScriptData {
    /// The element's identifier.
    package let id: String
    /// The media type, such as `application/json`.
    package let type: String
    /// The text; whatever in it could end the element is spelled out.
    package let json: String

    /// Data under an identifier.
    package init(id: String, type: String, json: String) {
      self.id = id
      self.type = type
      self.json = json
    }
  }

  /// A page of such parts.
  ///
  /// - Precondition: Neither the style nor the script holds an end tag.
  package init(
    title: String, style: String, body: String, data: ScriptData? = nil, script: String? = nil
  ) {
    precondition(
      ![style, script ?? ""].contains { $0.contains("</") }, "style and script hold no end tag")
    self.title = title
    self.style = style
    self.body = body
    self.data = data
    self.script = script
  }

  /// The document, from its doctype to a line break at its end.
  package func text() -> String {
    let data = data.map {
      "<script type=\"\($0.type)\" id=\"\($0.id)\">\($0.json.embeddedJSON)</script>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body)
      \(data ?? "")\(script.map { "<script>\($0)</script>\n" } ?? "")</body>
      </html>

      """
  }

  /// The permission to apply the page's style and run its script, and for nothing else.
  private var policy: String {
    let parts = [
      "default-src 'none'", "style-src \(Self.source(style))",
      script.map { "script-src \(Self.source($0))" }, "base-uri 'none'", "form-action 'none'",
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  /// A text as a source that a policy allows.
  private static func source(_ text: String) -> String {
    "'sha256-\(Data(Digest(of: Data(text.utf8)).bytes).base64EncodedString())'"
  }
}
