import Digests
import FoundationEssentials

/// A page of HTML that needs nothing but itself.
///
/// **Its policy forbids everything but its own style and its own script**, which it names by their digests: nothing is
/// loaded, nothing is sent, and markup that got into it could not run.
struct Page {
  /// What the window is called, safe to show.
  var title: String
  /// The rules of style.
  var style: String
  /// The script, which runs when the body is there.
  var script: String
  /// What is in the body.
  var body: String
  /// Data for the script.
  var data: Data

  /// A JSON text that the script reads.
  struct Data {
    /// The element's name.
    var id: String
    /// What kind of JSON it is.
    var type: String
    /// The text.
    var json: String
  }

  /// The whole page.
  var html: String {
    let policy = [
      "default-src 'none'", "style-src '\(Self.source(style))'",
      "script-src '\(Self.source(script))'",
      "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(title.escaped)</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body)
      <script type="\(data.type)" id="\(data.id)">\(data.json.embeddedJSON)</script>
      <script>\(script)</script>
      </body>
      </html>

      """
  }

  /// How a policy names an inline style or script.
  private static func source(_ text: String) -> String {
    let digest = Digest(of: FoundationEssentials.Data(text.utf8))
    return "sha256-" + FoundationEssentials.Data(digest.bytes).base64EncodedString()
  }
}
