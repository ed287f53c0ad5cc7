import FoundationEssentials
import Markup

/// The page on the issuer's site that checks certificates in the visitor's browser.
///
/// It takes what the code on a paper says from the part of its address after `#`, which no server ever sees, or a file
/// that the visitor gives it. **Nothing is sent anywhere.** Whether a certificate was revoked is not looked up, and the
/// page says so.
package enum VerifyPage {
  /// A key of the issuer, now or at some time before.
  package struct Issuer: Hashable, Codable, Sendable {
    /// The identity that it signed under, `did:key:…` or `did:web:…`.
    package var id: String
    /// The key in multibase, `z6Mk…`.
    package var key: String
    /// What has become of it.
    package var status: Status

    /// What has become of a key.
    package enum Status: String, Codable, Sendable {
      /// It signs.
      case active
      /// It signs no more; what it signed stays good.
      case retired
      /// Somebody else may have it; what it signed proves nothing.
      case compromised
    }

    /// Sets every property.
    package init(id: String, key: String, status: Status) {
      self.id = id
      self.key = key
      self.status = status
    }
  }

  /// The page for the keys of one issuer.
  package static func html(issuers: [Issuer]) -> String {
    HTMLPage(
      title: "Check a certificate",
      style: [CertificateStyle.shared, CertificateStyle.verification].joined(separator: "\n"),
      body: body(issuers),
      data: .init(id: "issuers", type: "application/json", json: json(issuers)),
      script: [CheckScript.functions, script].joined(separator: "\n\n")
    ).text()
  }

  /// The keys as the script reads them, always in the same order of members.
  private static func json(_ issuers: [Issuer]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(issuers) else {
      preconditionFailure("texts can be encoded")
    }
    return String(decoding: json, as: UTF8.self)
  }

  /// What is in the body.
  private static func body(_ issuers: [Issuer]) -> String {
    let rows = issuers.map { issuer in
      "<tr><td class=\"code\">\(issuer.id.shown.markup)</td><td class=\"code\">\(issuer.key.shown.markup)</td>"
        + "<td class=\"state\">\(issuer.status.rawValue)</td></tr>"
    }
    return """
      <main>
      <h1>Check a certificate</h1>
      <p>Scan the code on a certificate, or choose its file. Everything happens in your browser: nothing is sent.</p>
      <noscript><p>This page checks certificates with a script, and scripts are off here.</p></noscript>
      <div id="outcome" role="status"></div>
      <table id="facts" hidden>
      <caption>What this certificate says</caption>
      <tbody></tbody>
      </table>
      <p id="revocation" hidden>Whether it was revoked since is not checked here; \
      <code>grader certificate verify</code> does.</p>
      <form id="form">
      <label for="file">The file of a certificate: JSON, SVG or HTML</label>
      <input type="file" id="file" accept=".json,.svg,.html,.htm">
      <label for="text">… or its text, or that of the code on paper</label>
      <textarea id="text" spellcheck="false" autocomplete="off"></textarea>
      <p><button type="submit">Check</button></p>
      </form>
      <table>
      <caption>The keys of the issuer</caption>
      <thead><tr><th scope="col">Identity</th><th scope="col">Key</th><th scope="col">State</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      <p class="soft">What a retired key signed stays good. What a compromised key signed proves nothing.</p>
      </main>
      """
  }

  /// Finds the certificate in the address or in what is given, and checks it.
  private static let script = String(embedded: PackageResources.verify_js)
}
