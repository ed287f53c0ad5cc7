import Digests
import Foundation
import Markup
import Testing

@testable import CertificateSheets

@Suite("A certificate as a page")
struct SheetHTMLTests {
  /// What stands between two texts, for every place where it does.
  private func contents(of page: String, from opening: String, to closing: String) -> [String] {
    page.components(separatedBy: opening).dropFirst().map {
      $0.components(separatedBy: closing)[0]
    }
  }

  /// How often a text stands in another.
  private func count(of text: String, in page: String) -> Int {
    page.components(separatedBy: text).count - 1
  }

  /// The name that a policy gives an inline element.
  private func source(_ text: String) -> String {
    "'sha256-\(Data(Digest(of: Data(text.utf8)).bytes).base64EncodedString())'"
  }

  @Test("It has exactly one credential, of the same value, and no text ends a script")
  func credential() throws {
    for text in Samples.names + Samples.generated {
      for sheet in [Samples.sheet(learner: text), Samples.everywhere(text)] {
        let page = sheet.html()
        let found = contents(
          of: page, from: "<script type=\"application/ld+json\" id=\"credential\">",
          to: "</script>")
        try #require(found.count == 1)
        #expect(
          Array(try Samples.plain(found[0]).unicodeScalars)
            == Array(try Samples.plain(sheet.document).unicodeScalars))
        #expect(count(of: "<script", in: page) == 2)
        #expect(count(of: "</script", in: page) == 2)
        #expect(count(of: "<!--", in: page) == 0)
        #expect(count(of: "<!DOCTYPE html>", in: page) == 1)
      }
    }
  }

  @Test("Its policy allows its own style and script by their digests, and nothing else")
  func policy() throws {
    for page in [Samples.sheet(learner: "Ada").html(), VerifyPage.html(issuers: [])] {
      let policy = try #require(
        contents(of: page, from: "Content-Security-Policy\" content=\"", to: "\">").first)
      let style = try #require(contents(of: page, from: "<style>", to: "</style>").first)
      let script = try #require(contents(of: page, from: "<script>", to: "</script>").first)
      #expect(
        policy
          == "default-src 'none'; style-src \(source(style)); script-src \(source(script)); "
          + "base-uri 'none'; form-action 'none'")
      #expect(!page.contains(" style=") && !page.contains(" onclick=") && !page.contains(" src="))
      #expect(!style.contains("url(") && !style.contains("@import") && !page.contains("<link"))
    }
  }

  @Test(
    "The facts stand in it as text that a reader can hear and a phone can show",
    arguments: Samples.names)
  func facts(name: String) {
    let page = Samples.sheet(learner: name).html()
    let name = name.shown.markup
    #expect(page.contains("<h1>Certificate of <bdi data-fact=\"name\">\(name)</bdi></h1>"))
    #expect(page.contains("<bdi data-fact=\"name\">\(name)</bdi>"))
    #expect(
      page.contains("<time datetime=\"2026-11-20\" data-fact=\"date\">20 November 2026</time>"))
    #expect(page.contains("<span data-fact=\"mark\">94.12</span> of 100 (<span data-fact="))
    #expect(page.contains("<span data-fact=\"pass-mark\">pass mark 75</span>)"))
    #expect(page.contains("<bdi data-fact=\"part-name-1\">Case studies</bdi>"))
    #expect(page.contains("<td class=\"number\" data-fact=\"part-1\">90.5</td>"))
    #expect(page.contains("role=\"status\""))
    #expect(page.contains("<noscript>"))
    #expect(page.contains("Compare the key above with the one on the issuer’s own page."))
  }

  @Test("Everything that the script compares is shown twice: in the drawing and in words")
  func compared() {
    let page = Samples.sheet(learner: "Ada").html()
    for fact in [
      "course", "issuer-name", "pass-mark", "mark", "date", "issuer", "key", "id", "part-name-0",
      "part-0",
      "part-name-2", "part-2",
    ] {
      #expect(count(of: "data-fact=\"\(fact)\"", in: page) == 2, "\(fact)")
    }
  }

  @Test("Only addresses of the web become links")
  func links() {
    func page(_ url: String?) -> String {
      var sheet = Samples.sheet(learner: "Ada")
      sheet.issuerURL = url
      return sheet.html()
    }
    #expect(
      page("https://course.example.org/?a&b").contains(
        "<a href=\"https://course.example.org/?a&amp;b\""))
    for odd in ["javascript:alert(1)", "data:text/html,x", "//host", "https://a\u{202E}b", nil] {
      #expect(!page(odd).contains("<a "))
    }
  }

  @Test("Both pages check with the same functions")
  func shared() {
    for page in [Samples.sheet(learner: "Ada").html(), VerifyPage.html(issuers: [])] {
      #expect(page.contains(CheckScript.functions))
    }
    #expect(
      CheckScript.functions.allSatisfy(\.isASCII) || !CheckScript.functions.contains("\u{2028}"))
  }

  @Test("The script and the sheet name the months alike")
  func months() throws {
    let found = contents(of: CheckScript.functions, from: "const months = ", to: ";")
    try #require(found.count == 1)
    #expect(
      try JSONDecoder().decode([String].self, from: Data(found[0].utf8)) == CertificateSheet.months)
  }

  @Test("The page that checks others has the issuer's keys as data, whatever stands in them")
  func verifyPage() throws {
    let issuers: [VerifyPage.Issuer] = [
      .init(id: "did:web:course.example.org", key: "z6Mk1", status: .active),
      .init(id: "</script><b>\u{202E}", key: "z6Mk2", status: .compromised),
    ]
    let page = VerifyPage.html(issuers: issuers)
    let found = contents(
      of: page, from: "<script type=\"application/json\" id=\"issuers\">", to: "</script>")
    try #require(found.count == 1)
    let read = try JSONDecoder().decode([VerifyPage.Issuer].self, from: Data(found[0].utf8))
    #expect(read == issuers)
    #expect(count(of: "</script", in: page) == 2)
    #expect(!page.contains("<b>") && !page.contains("\u{202E}"))
    #expect(page.contains("<td class=\"state\">compromised</td>"))
    #expect(page.contains("Whether it was revoked since is not checked here"))
    #expect(VerifyPage.html(issuers: issuers) == page)
  }
}
