import Digests
import Foundation
import Markup
import Testing

@Suite("The frame of a page")
struct HTMLPageTests {
  /// A text as a policy names it.
  private func source(_ text: String) -> String {
    "'sha256-\(Data(Digest(of: Data(text.utf8)).bytes).base64EncodedString())'"
  }

  @Test(
    "A page has its style, its data and its script, in this order, and a policy that names two of them"
  )
  func whole() {
    let page = HTMLPage(
      title: "A &amp; B", style: "p { margin: 0; }", body: "<p>C</p>",
      data: .init(id: "keys", type: "application/json", json: "[\"</script>\"]"),
      script: "check();")
    #expect(
      page.text() == """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src \(source("p { margin: 0; }")); script-src \(source("check();")); base-uri 'none'; \
        form-action 'none'">
        <title>A &amp; B</title>
        <style>p { margin: 0; }</style>
        </head>
        <body>
        <p>C</p>
        <script type="application/json" id="keys">["\\u003c/script\\u003e"]</script>
        <script>check();</script>
        </body>
        </html>

        """)
  }

  @Test("A page without a script may run none")
  func scriptless() {
    let text = HTMLPage(title: "A", style: "", body: "<p>C</p>").text()
    #expect(text.contains("content=\"default-src 'none'; style-src \(source("")); base-uri"))
    #expect(!text.contains("script"))
    #expect(text.hasSuffix("<body>\n<p>C</p>\n</body>\n</html>\n"))
  }

  @Test("A style or a script that would end its own element is no page")
  func endTags() async {
    await #expect(processExitsWith: .failure) {
      _ = HTMLPage(title: "A", style: "</style>", body: "")
    }
    await #expect(processExitsWith: .failure) {
      _ = HTMLPage(title: "A", style: "", body: "", script: "\"</script>\"")
    }
  }

  @Test("An embedded text is the file without the line break that ends it")
  func embedded() async {
    #expect(String(embedded: Array("a\n\nb\n\n".utf8)) == "a\n\nb\n")
    await #expect(processExitsWith: .failure) { _ = String(embedded: Array("a".utf8)) }
  }
}
