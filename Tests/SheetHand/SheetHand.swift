import CertificateSheets
import Certificates
import Foundation

/// Writes certificates for people and browsers to look at: `sheet-hand FOLDER CREDENTIAL`.
///
/// For every name there is a drawing, a page, a PDF, the credential and the text of the code; besides, pages that were
/// tampered with, the page that checks others, and a page around a credential that another program signed.
/// `.ci/sheets` opens them.
@main
struct SheetHand {
  /// The names, each with that of its files.
  private static let names = [
    ("ada", "Ada Lovelace"), ("bo", "Bo"),
    ("long", "Maria Antonia Josepha Johanna von Habsburg-Lothringen y Borbón"),
    ("arabic", "محمد بن موسى الخوارزمي"), ("hebrew", "עדה לאבלייס כהן"),
    ("japanese", "紫式部 太田 エイダ"), ("emoji", "Zoë 👨‍👩‍👧‍👦 O’Neil 🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
    ("markup", "<&>\"']]></script><!--"), ("bidi", "Ada \u{202E}ecalevoL\u{7}"),
    ("hindi", "आदा क्‍षमा लवलेस"), ("persian", "آدا می‌خواهم"),
    ("huge", String(repeating: "Nepomuk Ferdinand ", count: 22)),
    ("unbroken", String(repeating: "Łódź", count: 57)),
  ]

  /// The folder that it writes to.
  private let folder: URL

  /// Does what the command line says.
  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      print("usage: sheet-hand FOLDER CREDENTIAL")
      exit(64)
    }
    let hand = SheetHand(folder: URL(filePath: CommandLine.arguments[1]))
    try hand.run()
    try hand.write(
      hand.foreign(try String(contentsOfFile: CommandLine.arguments[2], encoding: .utf8)).html(),
      to: "foreign.html")
  }

  /// Writes everything.
  private func run() throws {
    let key = SignedSample.key("a key for samples")
    let web = SignedSample.key("a key for samples on the web")
    let retired = SignedSample.key("a retired key")
    let stolen = SignedSample.key("a stolen key")
    let stranger = SignedSample.key("a stranger's key")
    for (file, name) in Self.names {
      let sample = try SignedSample(name: name, key: key)
      try write(sample.sheet.svg(), to: "\(file).svg")
      try write(sample.sheet.html(), to: "\(file).html")
      try write(sample.sheet.document, to: "\(file).json")
      try write(sample.jws, to: "\(file).jws")
      try write(name, to: "\(file).txt")
      switch SheetPDF.make(of: sample.sheet) {
      case .made(let bytes, _): try Data(bytes).write(to: folder.appending(path: "\(file).pdf"))
      case .missing(let reason): print(reason)
      }
    }
    for (file, key, id) in [
      ("web", web, "did:web:course.example.org"), ("retired", retired, nil),
      ("stolen", stolen, nil),
      ("stranger", stranger, nil), ("impostor", stranger, "did:web:course.example.org"),
    ] {
      let sample = try SignedSample(name: "Ada Lovelace", key: key, web: id)
      try write(sample.sheet.html(), to: "\(file).html")
      try write(sample.jws, to: "\(file).jws")
    }
    try write(
      try SignedSample(name: "Ada Lovelace", key: key, hasPaper: false).sheet.html(),
      to: "uncoded.html"
    )
    try write(
      crowded(try SignedSample(name: "Ada Lovelace", key: key).sheet).svg(), to: "crowded.svg")
    try tamper(
      try SignedSample(name: "Ada Lovelace", key: key).sheet, with: stranger.publicKey.multibase)
    let verification = VerifyPage.html(issuers: [
      .init(
        id: "did:key:\(key.publicKey.multibase)", key: key.publicKey.multibase, status: .active),
      .init(id: "did:web:course.example.org", key: web.publicKey.multibase, status: .active),
      .init(
        id: "did:key:\(retired.publicKey.multibase)", key: retired.publicKey.multibase,
        status: .retired),
      .init(
        id: "did:key:\(stolen.publicKey.multibase)", key: stolen.publicKey.multibase,
        status: .compromised),
    ])
    try write(verification, to: "verify.html")
    for file in [
      "ada.json", "ada.svg", "ada.html", "ada.jws", "ada.pdf", "emoji.svg", "markup.html",
      "web.html", "retired.html", "stolen.html", "stranger.html", "impostor.html",
      "tampered-credential.html", "verify.html",
    ] {
      try give(file, to: verification)
    }
    try weaken(try SignedSample(name: "Ada Lovelace", key: key).sheet.html())
  }

  /// A sheet that is as full as it can be, to look at only.
  private func crowded(_ sheet: CertificateSheet) -> CertificateSheet {
    var sheet = sheet
    sheet.course +=
      ", and How to Live with What It Does to Consistency, Availability, Scalability and Costs"
    sheet.issuer = "معهد البرمجيات (Institute of Software)"
    sheet.issuerURL =
      "https://courses.institute-of-software.example.org/reactive-architecture/certificates/"
    sheet.issuerID =
      "did:web:courses.institute-of-software.example.org:reactive-architecture:certificates"
    sheet.mark = "100.00"
    sheet.parts += sheet.parts.map {
      .init(name: "\($0.name) of the other half", mark: "11.11", most: "1")
    }
    return sheet
  }

  /// Writes pages each of which has one thing changed.
  private func tamper(_ sheet: CertificateSheet, with key: String) throws {
    let page = sheet.html()
    for (file, old, new) in [
      ("credential", "\"value\": \"94.12\"", "\"value\": \"99.12\""),
      ("member", "\"validFrom\"", "\"honours\": \"first class\", \"validFrom\""),
      ("name", "\"identityHash\": \"Ada Lovelace\"", "\"identityHash\": \"Eve Lovelace\""),
      ("table", "<span data-fact=\"mark\">94.12", "<span data-fact=\"mark\">99.12"),
      ("drawing", "unicode-bidi=\"isolate\">Ada Lovelace", "unicode-bidi=\"isolate\">Eve Lovelace"),
      ("part", "data-fact=\"part-1\">27.15</td>", "data-fact=\"part-1\">29.15</td>"),
      ("most", "data-fact=\"part-most-1\">of 30</td>", "data-fact=\"part-most-1\">of 28</td>"),
      ("key", "id=\"key\" data-fact=\"key\">\(sheet.key)", "id=\"key\" data-fact=\"key\">\(key)"),
      ("pass-mark", "\">pass mark 75<", "\">pass mark 55<"),
      ("speaker", "Reactive Swift Course</tspan> certifies", "Another Course</tspan> certifies"),
      (
        "issuer", "data-fact=\"issuer-name\">Reactive Swift Course<",
        "data-fact=\"issuer-name\">Another Course<"
      ),
      ("number", "\"value\": \"94.12\"", "\"value\": 1e400"),
      ("json", "\"id\": \"urn:uuid:6f", "\"id\": urn:uuid:6f"),
    ] {
      precondition(page.contains(old), "there is something to tamper with: \(file)")
      try write(page.replacing(old, with: new), to: "tampered-\(file).html")
    }
  }

  /// Writes the page that checks others with a visitor's hand in it, which gives it a file.
  private func give(_ file: String, to page: String) throws {
    guard let data = try? Data(contentsOf: folder.appending(path: file)) else { return }
    let hand = """
      const given = new DataTransfer();
      const bytes = Uint8Array.from(atob("\(data.base64EncodedString())"), (letter) => letter.charCodeAt(0));
      given.items.add(new File([bytes], "\(file)"));
      document.getElementById("file").files = given.files;
      document.getElementById("file").dispatchEvent(new Event("change"));
      """
    let visited = unguarded(page).replacing("</body>", with: "<script>\(hand)</script>\n</body>")
    try write(visited, to: "given-\(file).html")
  }

  /// Writes a certificate's page as browsers see it that lack something.
  private func weaken(_ page: String) throws {
    for (lack, loss) in [
      ("cryptography", "Object.defineProperty(globalThis, 'crypto', { value: {} });"),
      (
        "curve",
        "SubtleCrypto.prototype.importKey = () => Promise.reject(new Error('NotSupportedError'));"
      ),
    ] {
      let weak = unguarded(page).replacing("<body>", with: "<body>\n<script>\(loss)</script>")
      try write(weak, to: "without-\(lack).html")
    }
  }

  /// A page without its policy, so that a test's script runs in it.
  private func unguarded(_ page: String) -> String {
    let open = page.replacing("Content-Security-Policy", with: "No-Policy")
    precondition(open != page, "the page has a policy")
    return open
  }

  /// The sheet of the credential in `Tests/CertificateSheetsTests/Sample`.
  private func foreign(_ document: String) -> CertificateSheet {
    let key = "z6Mkw57Ho1KoCwgTMyaxx2af2JhbqhvGxLNKgUnMhGY5crW4"
    return CertificateSheet(
      course: "Reactive Architecture: CQRS & Event Sourcing", learner: "Ada Lovelace",
      issuer: "Reactive Swift Course", issuerURL: "https://course.example.org/",
      issuerID: "did:key:\(key)", key: key, date: "2026-11-20", mark: "94", passMark: "80",
      parts: [.init(name: "Milestones passed", mark: "12", most: "12")],
      id: "urn:uuid:6f1a2d3e-8c4b-4f6a-9b57-0d9e2c7a1b44", document: document,
      paper: "urn:uuid:6f1a2d3e-8c4b-4f6a-9b57-0d9e2c7a1b44")
  }

  /// Writes one file.
  private func write(_ text: String, to file: String) throws {
    try text.write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
  }
}
