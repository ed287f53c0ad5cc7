import CertificateSheets
import Foundation

/// Writes certificates for people and browsers to look at: `sheet-hand FOLDER`.
///
/// For every name there is a drawing, a page, the credential and the text of the code; besides, pages that were
/// tampered with, and the page that checks others. `.ci/sheets` opens them.
@main
struct SheetHand {
  /// The names, each with that of its files.
  private static let names = [
    ("ada", "Ada Lovelace"), ("bo", "Bo"),
    ("long", "Maria Antonia Josepha Johanna von Habsburg-Lothringen y Borbón"),
    ("arabic", "محمد بن موسى الخوارزمي"), ("hebrew", "עדה לאבלייס כהן"),
    ("japanese", "紫式部 太田 エイダ"), ("emoji", "Zoë 👨‍👩‍👧‍👦 O’Neil 🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
    ("markup", "<&>\"']]></script><!--"), ("bidi", "Ada \u{202E}ecalevoL\u{7}"),
    ("hindi", "आदा क्ष‍ लवलेस"), ("persian", "آدا می‌خواهم"),
    ("huge", String(repeating: "Nepomuk Ferdinand ", count: 22)),
    ("unbroken", String(repeating: "Łódź", count: 57)),
  ]

  /// The folder that it writes to.
  private let folder: URL

  /// Does what the command line says.
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: sheet-hand FOLDER")
      exit(64)
    }
    try SheetHand(folder: URL(filePath: CommandLine.arguments[1])).run()
  }

  /// Writes everything.
  private func run() throws {
    let key = SampleKey(seed: "a key for samples")
    let web = SampleKey(seed: "a key for samples on the web")
    let retired = SampleKey(seed: "a retired key")
    let stolen = SampleKey(seed: "a stolen key")
    let stranger = SampleKey(seed: "a stranger's key")
    for (file, name) in Self.names {
      let sample = SignedSample(name: name, key: key)
      try write(sample.sheet.svg(), to: "\(file).svg")
      try write(sample.sheet.html(), to: "\(file).html")
      try write(sample.sheet.document, to: "\(file).json")
      try write(sample.jws, to: "\(file).jws")
      try write(name, to: "\(file).txt")
    }
    for (file, key, id) in [
      ("web", web, "did:web:course.example.org"), ("retired", retired, nil),
      ("stolen", stolen, nil),
      ("stranger", stranger, nil), ("impostor", stranger, "did:web:course.example.org"),
    ] {
      let sample = SignedSample(name: "Ada Lovelace", key: key, issuerID: id)
      try write(sample.sheet.html(), to: "\(file).html")
      try write(sample.jws, to: "\(file).jws")
    }
    try write(
      SignedSample(name: "Ada Lovelace", key: key, hasPaper: false).sheet.html(), to: "uncoded.html"
    )
    try tamper(SignedSample(name: "Ada Lovelace", key: key).sheet, with: stranger.multibase)
    try write(
      VerifyPage.html(issuers: [
        .init(id: "did:key:\(key.multibase)", key: key.multibase, status: .active),
        .init(id: "did:web:course.example.org", key: web.multibase, status: .active),
        .init(id: "did:key:\(retired.multibase)", key: retired.multibase, status: .retired),
        .init(id: "did:key:\(stolen.multibase)", key: stolen.multibase, status: .compromised),
      ]), to: "verify.html")
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
      ("part", "data-fact=\"part-1\">90.50</td>", "data-fact=\"part-1\">99.50</td>"),
      ("key", "id=\"key\" data-fact=\"key\">\(sheet.key)", "id=\"key\" data-fact=\"key\">\(key)"),
      ("json", "\"id\": \"urn:uuid:6f", "\"id\": urn:uuid:6f"),
    ] {
      precondition(page.contains(old), "there is something to tamper with: \(file)")
      try write(page.replacing(old, with: new), to: "tampered-\(file).html")
    }
  }

  /// Writes one file.
  private func write(_ text: String, to file: String) throws {
    try text.write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
  }
}
