import Markup

/// A certificate as one page: the sheet, the same in words, and a check of its signature.
struct CertificatePage {
  /// What it shows, every text of it safe to show.
  private let shown: CertificateSheet
  /// The same as it was given.
  private let sheet: CertificateSheet

  /// Prepares the page.
  init(_ sheet: CertificateSheet) {
    self.sheet = sheet
    shown = sheet.shown
  }

  /// The whole page.
  var html: String {
    HTMLPage(
      title: "Certificate of \(shown.learner)".markup,
      style: [CertificateStyle.shared, CertificateStyle.certificate].joined(separator: "\n"),
      body: body,
      data: .init(id: "credential", type: "application/ld+json", json: sheet.document),
      script: [CheckScript.functions, Self.script].joined(separator: "\n\n")
    ).text()
  }

  /// What is in the body.
  private var body: String {
    """
    <main>
    <h1>Certificate of <bdi data-fact="name">\(shown.learner.markup)</bdi></h1>
    <div id="outcome" role="status"></div>
    <noscript><p>This page checks the signature of the certificate with a script, and scripts are off here. \
    The certificate itself is complete; <code>grader certificate verify</code> checks it too.</p></noscript>
    <figure class="sheet">
    \(SheetDrawing(sheet).svg(in: .page))\
    </figure>
    \(facts)
    \(parts)
    <h2>What the check says, and what not</h2>
    <p><strong>Compare the key above with the one on the issuer’s own page.</strong> A valid signature shows that \
    the holder of this key signed what the certificate says. Whoever edits a certificate can edit the page around \
    it too, this check included.</p>
    <p>Whether the certificate was revoked since is not checked here; <code>grader certificate verify</code> does.</p>
    <p><button type="button" id="save">Save the signed credential</button></p>
    </main>
    """
  }

  /// What the certificate says, in words.
  private var facts: String {
    var rows = [
      row("Name", "<bdi data-fact=\"name\">\(shown.learner.markup)</bdi>"),
      row("Course", "<bdi data-fact=\"course\">\(shown.course.markup)</bdi>"),
      row(
        "Mark",
        "<span data-fact=\"mark\">\(shown.mark.markup)</span> of 100 "
          + "(<span data-fact=\"pass-mark\">pass mark \(shown.passMark.markup)</span>)"
      ),
      row(
        "Date",
        "<time datetime=\"\(shown.date.markup)\" data-fact=\"date\">\(shown.dateInWords.markup)</time>"
      ),
      row("Issuer", issuer),
      row("Identity", "<span class=\"code\" data-fact=\"issuer\">\(shown.issuerID.markup)</span>"),
      row("Key", "<span class=\"code\" id=\"key\" data-fact=\"key\">\(shown.key.markup)</span>"),
      row("Certificate", "<span class=\"code\" data-fact=\"id\">\(shown.id.markup)</span>"),
    ]
    rows.insert("<table>\n<caption>What this certificate says</caption>\n<tbody>", at: 0)
    rows.append("</tbody>\n</table>")
    return rows.joined(separator: "\n")
  }

  /// One row of the facts.
  private func row(_ label: String, _ value: String) -> String {
    "<tr><th scope=\"row\">\(label)</th><td>\(value)</td></tr>"
  }

  /// The issuer's name, with a link if there is an address that a browser may follow.
  private var issuer: String {
    let name = "<bdi data-fact=\"issuer-name\">\(shown.issuer.markup)</bdi>"
    guard let url = sheet.issuerURL, let shownURL = shown.issuerURL else { return name }
    // Any other scheme could be a script.
    guard url.hasPrefix("https://") || url.hasPrefix("http://"), url == shownURL else {
      return "\(name), <bdi>\(shownURL.markup)</bdi>"
    }
    return "\(name), <a href=\"\(url.markup)\" rel=\"noreferrer\">\(url.markup)</a>"
  }

  /// What the mark is made of.
  private var parts: String {
    guard !shown.parts.isEmpty else { return "" }
    let rows = shown.parts.enumerated().map { index, part in
      "<tr><th scope=\"row\"><bdi data-fact=\"part-name-\(index)\">\(part.name.markup)</bdi></th>"
        + "<td class=\"number\" data-fact=\"part-\(index)\">\(part.mark.markup)</td>"
        + "<td class=\"number\" data-fact=\"part-most-\(index)\">of \(part.most.markup)</td></tr>"
    }
    return """
      <table>
      <caption>What the mark is made of</caption>
      <thead><tr><th scope="col">Part</th><th scope="col" class="number">Reached</th>\
      <th scope="col" class="number">Most</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  /// Checks the signature, and that the page shows what was signed.
  private static let script = String(embedded: PackageResources.certificate_js)
}
